package uk.hustings.gateway.routes;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * What may be under way at a time, at each replica of the gateway. A caller is the account of an accepted token; without one,
 * the network address. Health checks and pages of the gateway's own are not counted.
 */
@ConfigMapping(prefix = "hustings.limits")
public interface LimitConfig {

    /** Requests of one caller, imports and event streams left out. Beyond: 429. */
    @WithDefault("100")
    int requestsPerCaller();

    /** Requests to one service, imports and event streams left out. Beyond: 503. */
    @WithDefault("400")
    int requestsPerService();

    /** Imports of one caller; a service keeps each body on its disk while it lasts. Beyond: 429. */
    @WithDefault("8")
    int importsPerCaller();

    /** Imports into one service. Beyond: 503. */
    @WithDefault("32")
    int importsPerService();

    /** A body that has not arrived after so long is a slow one. */
    @WithDefault("2S")
    Duration slowBodyAfter();

    /** Slow bodies of one caller. Beyond: 429. */
    @WithDefault("8")
    int slowBodiesPerCaller();

    /** Slow bodies to one service. Beyond: 503. */
    @WithDefault("64")
    int slowBodiesPerService();

    /** Event streams of one caller. Beyond: 429. */
    @WithDefault("10")
    int eventStreamsPerCaller();

    /** Event streams from one service. Beyond: 503. */
    @WithDefault("200")
    int eventStreamsPerService();
}
