package uk.hustings.api.kept;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The bare server that a benchmark holds the service against. */
@ConfigMapping(prefix = "hustings.static-peer")
public interface StaticPeerConfig {

    /** Port on the loopback address; {@code 0} for no such server, which is right everywhere but in a benchmark. */
    @WithDefault("0")
    int port();
}
