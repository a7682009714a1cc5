package uk.hustings.api.response;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.Flow;
import org.jboss.logging.Logger;

/** One body on its way to one client. All of it runs on the thread of the client's connection. */
final class PacedResponse implements Flow.Subscriber<Buffer> {

    private static final Logger LOG = Logger.getLogger(PacedResponse.class);

    private final RoutingContext routing;
    private final HttpServerResponse response;
    private final Runnable onEnd;
    private final StallTimer stall;
    private Flow.Subscription slices;
    private boolean ended;

    PacedResponse(RoutingContext routing, Duration stallTimeout, Runnable onEnd) {
        this.routing = routing;
        this.response = routing.response();
        this.onEnd = onEnd;
        this.stall = new StallTimer(routing, stallTimeout);
    }

    void send(PacedBody body) {
        Context connection = routing.vertx().getOrCreateContext();
        routing.addEndHandler(gone -> {
            if (gone.failed()) {
                end();
            }
        });
        if (response.closed()) {
            end();
            return;
        }
        body.slices()
                .emitOn(work -> connection.runOnContext(onLoop -> work.run()), 1)
                .subscribe()
                .withSubscriber(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        slices = subscription;
        subscription.request(1);
    }

    @Override
    public void onNext(Buffer slice) {
        if (ended) {
            return;
        }
        response.write(slice);
        if (response.writeQueueFull()) {
            stall.start();
            response.drainHandler(drained -> {
                stall.stop();
                slices.request(1);
            });
        } else {
            slices.request(1);
        }
    }

    @Override
    public void onComplete() {
        if (!ended) {
            stall.start();
            response.end().onComplete(written -> end());
        }
    }

    /** The status has been sent: all that is left is not to let half a body look like a whole one. */
    @Override
    public void onError(Throwable failure) {
        LOG.error("A body could not be made", failure);
        StallTimer.cutOff(routing);
        end();
    }

    private void end() {
        if (!ended) {
            ended = true;
            stall.stop();
            if (slices != null) {
                slices.cancel();
            }
            onEnd.run();
        }
    }
}
