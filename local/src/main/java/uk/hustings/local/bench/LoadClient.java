package uk.hustings.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/**
 * Asks over some connections, on each one request after the other, all on the calling thread. It does as little as it
 * can for a request, because it takes its processor time from the same machine as the service.
 */
public final class LoadClient {

    private static final int READ_BYTES = 256 * 1024;

    private final int port;
    private final Supplier<byte[]> requests;
    private final int expectedStatus;
    private final ByteBuffer in = ByteBuffer.allocateDirect(READ_BYTES);
    private long[] nanos = new long[1 << 16];
    private int answered;

    /** @param requests whole, from the request line to the empty line */
    public LoadClient(int port, Supplier<byte[]> requests, int expectedStatus) {
        this.port = port;
        this.requests = requests;
        this.expectedStatus = expectedStatus;
    }

    private static final class Connection {
        private final SocketChannel channel;
        private final AnswerReader reader = new AnswerReader();
        private long sentAt;

        Connection(SocketChannel channel) {
            this.channel = channel;
        }
    }

    public Figures forDuration(int connections, Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        return run(connections, sent -> System.nanoTime() < end);
    }

    public Figures forRequests(int connections, long requests) {
        return run(connections, sent -> sent < requests);
    }

    private Figures run(int connections, LongPredicate goOn) {
        answered = 0;
        try (Selector selector = Selector.open()) {
            Connection[] open = new Connection[connections];
            for (int n = 0; n < connections; n++) {
                open[n] = connect(selector);
            }
            try {
                return ask(selector, open, goOn);
            } finally {
                for (Connection connection : open) {
                    connection.channel.close();
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Figures ask(Selector selector, Connection[] connections, LongPredicate goOn) throws IOException {
        long begun = System.nanoTime();
        long sent = 0;
        int underWay = 0;
        for (Connection connection : connections) {
            if (goOn.test(sent)) {
                send(connection);
                sent++;
                underWay++;
            }
        }
        while (underWay > 0) {
            selector.select();
            for (SelectionKey key : selector.selectedKeys()) {
                Connection connection = (Connection) key.attachment();
                if (completes(connection)) {
                    if (goOn.test(sent)) {
                        send(connection);
                        sent++;
                    } else {
                        underWay--;
                    }
                }
            }
            selector.selectedKeys().clear();
        }
        return Figures.of(Arrays.copyOf(nanos, answered), Duration.ofNanos(System.nanoTime() - begun));
    }

    private boolean completes(Connection connection) throws IOException {
        in.clear();
        if (connection.channel.read(in) < 0) {
            throw new BenchFailed("Port %d closed a connection.".formatted(port));
        }
        in.flip();
        if (!connection.reader.read(in)) {
            return false;
        }
        if (connection.reader.status() != expectedStatus || in.hasRemaining()) {
            throw new BenchFailed(
                    "Port %d answered %d instead of %d.".formatted(port, connection.reader.status(), expectedStatus));
        }
        if (answered == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * answered);
        }
        nanos[answered++] = System.nanoTime() - connection.sentAt;
        return true;
    }

    private void send(Connection connection) throws IOException {
        ByteBuffer request = ByteBuffer.wrap(requests.get());
        connection.sentAt = System.nanoTime();
        while (request.hasRemaining()) {
            connection.channel.write(request);
        }
    }

    private Connection connect(Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        Connection connection = new Connection(channel);
        channel.register(selector, SelectionKey.OP_READ, connection);
        return connection;
    }
}
