package uk.hustings.gateway.edge;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Web pages of other origins. */
@ConfigMapping(prefix = "hustings.cors")
public interface CorsConfig {

    /**
     * Origins whose pages may read the answers: scheme, host and port, in lower case, separated by commas; {@code *} for
     * all. None by default. What is no origin stops the start.
     */
    Optional<List<String>> origins();
}
