package uk.hustings.api.computation;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many costly computations run at a time, and how much memory their results may take. */
@ConfigMapping(prefix = "hustings.computations")
public interface SharedComputationsConfig {

    /** Computations at a time. Beside them the processors must serve everything else. */
    @WithDefault("2")
    int threads();

    /** Computations that wait for their turn; beyond it 503. */
    @WithDefault("32")
    int maxWaiting();

    /** Of all results that are kept; the least asked for go first. */
    @WithDefault("16M")
    MemorySize maxSize();

    /** Results that are kept, whatever their size. */
    @WithDefault("1000")
    int maxResults();
}
