package uk.hustings.api.kept;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much memory the kept answers may take. */
@ConfigMapping(prefix = "hustings.kept-answers")
public interface KeptAnswersConfig {

    /** Of all kept answers together, with what belongs to them; the least asked for go first. {@code 0} keeps none. */
    @WithDefault("24M")
    MemorySize maxSize();
}
