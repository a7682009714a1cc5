package uk.hustings.api.limit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts a {@link RequestGuard} before every connection of the HTTP server. Neither Quarkus nor Vert.x has a deadline for headers or
 * a least rate for bodies, and neither lets a handler of ours see a connection before its first request: so this listens at
 * the server's channel.
 */
public final class GuardedServer extends ChannelInboundHandlerAdapter {

    private static final String NAME = "hustings-guard";

    private final RequestLimits limits;
    private final AnswerHeaders headers;
    private final Set<RequestGuard> open = ConcurrentHashMap.newKeySet();

    private GuardedServer(RequestLimits limits, AnswerHeaders headers) {
        this.limits = limits;
        this.headers = headers;
    }

    /** Guards all servers that listen now. */
    public static void guard(Vertx vertx, RequestLimits limits, AnswerHeaders headers) {
        GuardedServer guard = new GuardedServer(limits, headers);
        for (EventExecutor loop : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            loop.execute(() ->
                    ((SingleThreadEventLoop) loop).registeredChannelsIterator().forEachRemaining(guard::add));
        }
    }

    private void add(Channel channel) {
        if (channel instanceof ServerChannel && channel.pipeline().get(NAME) == null) {
            channel.pipeline().addFirst(NAME, this);
        }
    }

    @Override
    public boolean isSharable() {
        return true;
    }

    @Override
    public void channelRead(ChannelHandlerContext server, Object accepted) {
        if (accepted instanceof Channel connection) {
            boolean beyondLimit = open.size() >= limits.connections() && !closeLongestIdle();
            RequestGuard guard = new RequestGuard(limits, headers, connection, beyondLimit);
            open.add(guard);
            connection.closeFuture().addListener(closed -> open.remove(guard));
            connection.pipeline().addFirst(NAME, guard);
        }
        server.fireChannelRead(accepted);
    }

    /** Whether room could be made: a caller who asks nothing at the moment loses nothing by it. */
    private boolean closeLongestIdle() {
        Optional<RequestGuard> idle =
                open.stream().filter(RequestGuard::isIdle).min(Comparator.comparingLong(RequestGuard::idleSince));
        idle.ifPresent(RequestGuard::closeIfIdle);
        return idle.isPresent();
    }
}
