package uk.hustings.api.response;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much may be under way to clients at a time. A caller is the subject of a token or, without one, an address. */
@ConfigMapping(prefix = "hustings.responses")
public interface ResponseLimitsConfig {

    /** Requests of all callers that are being answered; beyond it 503. */
    @WithDefault("1000")
    int maxOpen();

    /** Requests of one caller that are being answered; beyond it 429. */
    @WithDefault("100")
    int maxOpenPerCaller();

    /** Event streams to all callers, which are not counted as requests; beyond it 503. */
    @WithDefault("300")
    int maxStreams();

    /** Event streams to one caller; beyond it 429. */
    @WithDefault("50")
    int maxStreamsPerCaller();

    /** Bytes of large bodies that wait in memory until the clients take them; beyond it 503. */
    @WithDefault("32M")
    MemorySize maxBytes();

    /** The same for one caller; beyond it 429. */
    @WithDefault("12M")
    MemorySize maxBytesPerCaller();

    /** A client that takes nothing of its answer for as long as this loses its connection. */
    @WithDefault("30s")
    Duration stallTimeout();

    /**
     * Whether the last address in {@code X-Forwarded-For} is the caller's. Right where only the gateway, which sets this
     * header itself, and other services can reach the service; otherwise callers could choose their address.
     */
    @WithDefault("true")
    boolean trustForwardedFor();
}
