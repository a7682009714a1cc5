package uk.hustings.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Has the service work on one forecast after the other until this is closed. */
final class ForecastsMeanwhile implements AutoCloseable {

    private static final String PATH = "/v1/forecasts";
    private static final String ORDER = "{\"asOf\": \"2015-04-14\", \"seed\": %d}";
    private static final Set<String> GOING_ON = Set.of("queued", "running");
    private static final long LOOK_EVERY = Duration.ofMillis(100).toNanos();

    private final ObjectMapper json = new ObjectMapper();
    private final Service service;
    private final Thread thread = new Thread(this::order, "orders forecasts");
    private final long begun = System.nanoTime();
    private volatile boolean closed;
    private volatile int done;
    private volatile long lastDone = begun;
    private volatile RuntimeException failure;

    /** Returns when the first one is done. */
    ForecastsMeanwhile(Service service) {
        this.service = service;
        thread.setDaemon(true);
        thread.start();
        while (done == 0 && failure == null) {
            LockSupport.parkNanos(LOOK_EVERY);
        }
    }

    /** From the order to the answer that it is done, as who asks every tenth of a second sees it. */
    double secondsEach() {
        return (lastDone - begun) / 1e9 / Math.max(1, done);
    }

    private void order() {
        try {
            while (!closed) {
                // With another seed there is no result to be found.
                await(service.post(PATH, "application/json", ORDER.formatted(System.nanoTime() >>> 12))
                        .body());
                done++;
                lastDone = System.nanoTime();
            }
        } catch (RuntimeException failed) {
            failure = failed;
        }
    }

    private void await(byte[] ordered) {
        Question question =
                Question.of(PATH + "/" + read(ordered).get("forecastId").asText());
        String status;
        do {
            LockSupport.parkNanos(LOOK_EVERY);
            status = read(service.get(service.url(), question).body())
                    .at("/run/status")
                    .asText();
        } while (GOING_ON.contains(status));
        if (!status.equals("done")) {
            throw new BenchFailed("A forecast ended as \"%s\".".formatted(status));
        }
    }

    private JsonNode read(byte[] answer) {
        try {
            return json.readTree(answer);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns when the one under way is done. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }
}
