package uk.hustings.local.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Asks at a steady rate, whether or not the answers keep up, as people do who do not know of each other. A time is that
 * from the moment at which a request was due: who is kept waiting by the one before counts that, too.
 */
public final class SteadyClient {

    private static final int READ_BYTES = 256 * 1024;
    private static final int OK = 200;

    private final int port;
    private final byte[] request;
    private final int connections;
    private final long everyNanos;

    /** @param perSecond of all connections together, which take turns */
    public SteadyClient(int port, Question question, int connections, int perSecond) {
        this.port = port;
        this.request = question.bytes(port);
        this.connections = connections;
        this.everyNanos = Duration.ofSeconds(1).toNanos() / perSecond;
    }

    public Figures forDuration(Duration duration) {
        int each = (int) (duration.toNanos() / everyNanos / connections);
        long begun = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Callable<long[]>> all = IntStream.range(0, connections)
                    .<Callable<long[]>>mapToObj(number -> () -> ask(begun, number, each))
                    .toList();
            List<long[]> nanos = new ArrayList<>();
            for (Future<long[]> asked : threads.invokeAll(all)) {
                nanos.add(asked.get());
            }
            return Figures.of(
                    nanos.stream().flatMapToLong(Arrays::stream).toArray(),
                    Duration.ofNanos(System.nanoTime() - begun));
        } catch (ExecutionException failed) {
            throw new BenchFailed("Port %d: %s".formatted(port, failed.getCause()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("Interrupted.");
        } finally {
            threads.shutdownNow();
        }
    }

    private long[] ask(long begun, int number, int turns) throws IOException {
        long[] nanos = new long[turns];
        AnswerReader reader = new AnswerReader();
        ByteBuffer in = ByteBuffer.allocateDirect(READ_BYTES);
        try (SocketChannel channel =
                SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            for (int turn = 0; turn < turns; turn++) {
                long due = begun + everyNanos * (1 + number + (long) turn * connections);
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                ByteBuffer out = ByteBuffer.wrap(request);
                while (out.hasRemaining()) {
                    channel.write(out);
                }
                in.clear().flip();
                while (!reader.read(in)) {
                    in.clear();
                    if (channel.read(in) < 0) {
                        throw new BenchFailed("it closed a connection");
                    }
                    in.flip();
                }
                if (reader.status() != OK) {
                    throw new BenchFailed("it answered " + reader.status());
                }
                nanos[turn] = System.nanoTime() - due;
            }
        }
        return nanos;
    }
}
