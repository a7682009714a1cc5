package uk.hustings.api.limit;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;

/**
 * Watches how one connection brings its requests, and closes it if they come too slowly. It sees the bytes; what they are, it learns
 * from a second handler behind the decoder. Everything runs on the connection's event loop. A request that comes whole costs
 * no timer.
 */
final class RequestGuard extends ChannelDuplexHandler {

    /** Names that Vert.x gives its handlers. */
    private static final String DECODER = "httpDecoder";

    private static final String SERVER = "handler";

    private static final String MESSAGES = "hustings-messages";
    private static final int LOOKS_PER_WINDOW = 10;

    private final RequestLimits limits;
    private final AnswerHeaders headers;
    private final Channel channel;
    private final boolean beyondLimit;
    private final BodyRate rate;
    private final long lookEveryNanos;

    private volatile boolean idle = true;
    private volatile long idleSince = System.nanoTime();
    private boolean anyBytes;
    private boolean looking;
    private boolean refused;
    private long headSince;
    private boolean headUnderWay;
    private HttpRequest request;
    private boolean bodyUnderWay;
    private long bodySince;
    private boolean awaitingContinue;
    private boolean answered;
    private int unanswered;

    /** @param beyondLimit only health checks are answered */
    RequestGuard(RequestLimits limits, AnswerHeaders headers, Channel channel, boolean beyondLimit) {
        this.limits = limits;
        this.headers = headers;
        this.channel = channel;
        this.beyondLimit = beyondLimit;
        this.rate = new BodyRate(limits.bytesPerSecond(), limits.rateWindow(), LOOKS_PER_WINDOW);
        this.lookEveryNanos = limits.rateWindow().toNanos() / LOOKS_PER_WINDOW;
    }

    /** Whether no request is under way that has arrived at least as far as its headers. For any thread. */
    boolean isIdle() {
        return idle;
    }

    long idleSince() {
        return idleSince;
    }

    /** For any thread. */
    void closeIfIdle() {
        // At once, so that the next who looks finds another.
        idle = false;
        channel.eventLoop().execute(() -> {
            if (unanswered == 0) {
                channel.close();
            }
        });
    }

    @Override
    public void channelActive(ChannelHandlerContext connection) {
        long patience = limits.headTimeout().toNanos() / (beyondLimit ? LOOKS_PER_WINDOW : 1);
        connection
                .executor()
                .schedule(
                        () -> {
                            if (!anyBytes) {
                                connection.close();
                            }
                        },
                        patience,
                        TimeUnit.NANOSECONDS);
        connection.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext connection, Object message) {
        if (refused) {
            ReferenceCountUtil.release(message);
            return;
        }
        watchMessages(connection);
        anyBytes = true;
        if (bodyUnderWay) {
            awaitingContinue = false;
            rate.add(message instanceof ByteBuf bytes ? bytes.readableBytes() : 0);
        } else if (!headUnderWay) {
            headUnderWay = true;
            headSince = System.nanoTime();
        }
        connection.fireChannelRead(message);
        lookLater(connection);
    }

    /** The server's own handlers come a moment after this one, with TLS after the handshake. */
    private void watchMessages(ChannelHandlerContext connection) {
        if (connection.pipeline().get(MESSAGES) == null && connection.pipeline().get(SERVER) != null) {
            connection.pipeline().addBefore(SERVER, MESSAGES, new Messages());
        }
    }

    private boolean isWaiting() {
        return bodyUnderWay || headUnderWay && unanswered == 0;
    }

    private void lookLater(ChannelHandlerContext connection) {
        if (!looking && isWaiting()) {
            looking = true;
            connection.executor().schedule(() -> look(connection), lookEveryNanos, TimeUnit.NANOSECONDS);
        }
    }

    private void look(ChannelHandlerContext connection) {
        looking = false;
        if (!connection.channel().isActive() || refused) {
            return;
        }
        if (bodyUnderWay) {
            lookAtBody(connection);
        } else if (headUnderWay && unanswered == 0 && since(headSince).compareTo(limits.headTimeout()) >= 0) {
            refuse(
                    connection,
                    ProblemType.REQUEST_TIMEOUT.because("The headers of a request must arrive within %d seconds."
                            .formatted(limits.headTimeout().toSeconds())));
        }
        lookLater(connection);
    }

    private void lookAtBody(ChannelHandlerContext connection) {
        Duration limit = isImport() ? limits.importTimeout() : limits.bodyTimeout();
        boolean reading = connection.channel().config().isAutoRead() && !awaitingContinue;
        if (since(bodySince).compareTo(limit) >= 0) {
            refuse(
                    connection,
                    ProblemType.REQUEST_TIMEOUT.because(
                            "The body of this operation must arrive within %d seconds. Send it again on a new connection."
                                    .formatted(limit.toSeconds())));
        } else if (rate.isTooSlow(reading)) {
            refuse(
                    connection,
                    ProblemType.REQUEST_TIMEOUT.because(
                            ("A body must arrive at %d KiB/s or more. Send it again on a new connection, in smaller parts if the line is"
                                            + " slow.")
                                    .formatted(limits.bytesPerSecond() >> 10)));
        }
    }

    private boolean isImport() {
        String target = request.uri();
        int query = target.indexOf('?');
        return BodyLimit.isImport(query < 0 ? target : target.substring(0, query));
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    /** Answers past the encoder, for the server does not know of it; never a request that is answered already. */
    private void refuse(ChannelHandlerContext connection, Problem problem) {
        refused = true;
        ChannelHandlerContext decoder = connection.pipeline().context(DECODER);
        if (decoder == null || !headUnderWay && answered) {
            connection.close();
        } else {
            ByteBuf answer = RawAnswer.of(connection.alloc(), problem, headers, headUnderWay ? null : request);
            decoder.writeAndFlush(answer).addListener(written -> connection.close());
        }
    }

    /** Behind the decoder, before the server. */
    private final class Messages extends ChannelDuplexHandler {

        @Override
        public void channelRead(ChannelHandlerContext connection, Object message) {
            if (message instanceof HttpRequest head) {
                begin(head);
                if (beyondLimit && !head.uri().startsWith("/q/")) {
                    refuse(
                            connection,
                            ProblemType.OVERLOADED.because(
                                    "Too many connections are open at the moment; try again in a moment."));
                }
            }
            if (message instanceof LastHttpContent) {
                bodyUnderWay = false;
            }
            if (refused) {
                ReferenceCountUtil.release(message);
            } else {
                connection.fireChannelRead(message);
            }
        }

        private void begin(HttpRequest head) {
            idle = false;
            headUnderWay = false;
            request = head;
            answered = false;
            unanswered++;
            bodyUnderWay = true;
            bodySince = System.nanoTime();
            awaitingContinue = head.headers().contains(HttpHeaderNames.EXPECT, HttpHeaderValues.CONTINUE, true);
            rate.restart();
        }

        @Override
        public void write(ChannelHandlerContext connection, Object message, ChannelPromise promise) {
            if (refused) {
                ReferenceCountUtil.release(message);
                promise.tryFailure(new ClosedChannelException());
                return;
            }
            boolean interim = message instanceof HttpResponse response
                    && response.status().code() < 200;
            if (interim) {
                awaitingContinue = false;
            } else if (message instanceof HttpResponse) {
                answered = true;
            }
            if (message instanceof LastHttpContent && !interim) {
                unanswered--;
                if (unanswered == 0) {
                    idleSince = System.nanoTime();
                    idle = true;
                }
                if (beyondLimit) {
                    promise.unvoid().addListener(written -> connection.close());
                }
            }
            connection.write(message, promise);
        }
    }
}
