package uk.hustings.api.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How slowly a request may arrive, and how many connections a server holds (ADR 0026). */
@ConfigMapping(prefix = "hustings.request")
public interface RequestLimits {

    /** From the first byte of a request, or from the start of the connection, to the end of its headers. */
    @WithDefault("10S")
    Duration headTimeout();

    /** From the end of the headers to the end of the body. */
    @WithDefault("60S")
    Duration bodyTimeout();

    /** The same for imports, whose bodies may have 64 MiB. */
    @WithDefault("10M")
    Duration importTimeout();

    /** Bytes a second that a body must bring on average over each window; time in which the server does not read is left out. */
    @WithDefault("16384")
    long bytesPerSecond();

    /** Over how long that average is taken. */
    @WithDefault("10S")
    Duration rateWindow();

    /**
     * Connections open at a time. One more closes that on which nothing has been asked for the longest time; if all are at work, only
     * health checks are answered on it, everything else is 503.
     */
    @WithDefault("2000")
    int connections();
}
