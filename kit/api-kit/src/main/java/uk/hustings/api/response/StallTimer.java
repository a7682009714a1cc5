package uk.hustings.api.response;

import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** Ends an answer whose client takes nothing of it for some time. */
final class StallTimer {

    private static final long NONE = -1;

    private final RoutingContext routing;
    private final long millis;
    private long timer = NONE;

    StallTimer(RoutingContext routing, Duration timeout) {
        this.routing = routing;
        this.millis = timeout.toMillis();
    }

    void start() {
        stop();
        timer = routing.vertx().setTimer(millis, late -> cutOff(routing));
    }

    void stop() {
        if (timer != NONE) {
            routing.vertx().cancelTimer(timer);
            timer = NONE;
        }
    }

    /**
     * The connection goes, or of HTTP/2 only the stream. Closing the connection by Vert.x would wait until the client has
     * taken what is queued for it.
     */
    static void cutOff(RoutingContext routing) {
        if (routing.request().version() == HttpVersion.HTTP_2) {
            routing.response().reset();
        } else {
            ((ConnectionBase) routing.request().connection())
                    .channelHandlerContext()
                    .close();
        }
    }
}
