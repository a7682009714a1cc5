package uk.hustings.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import uk.hustings.local.data.FactsLoader;
import uk.hustings.local.suite.App;
import uk.hustings.local.suite.LoneService;
import uk.hustings.test.Tokens;

/** Measures the reads of seats-service: alone on the machine but for PostgreSQL and for who asks. */
public final class SeatsBench {

    static final double SEAT_AIM = 0.8;
    static final double LIST_AIM = 0.6;
    static final double NOT_MODIFIED_AIM = 0.8;

    private static final String SEAT = "/v1/seats/E14000653";
    private static final String LIST = "/v1/seats?limit=50";
    private static final int CONNECTIONS = 32;
    private static final Rounds ROUNDS = new Rounds(CONNECTIONS, Duration.ofSeconds(1), 15);
    private static final Rounds SHORT = new Rounds(CONNECTIONS, Duration.ofSeconds(1), 5);

    private static final int REBUILDS = 5;
    private static final int FIRST_LISTS = 1_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 5, 8);

    private final Path projectRoot;
    private final Consumer<String> progress;
    private final AtomicInteger days = new AtomicInteger();

    /** @param progress told what is being done */
    public SeatsBench(Path projectRoot, Consumer<String> progress) {
        this.projectRoot = projectRoot;
        this.progress = progress;
    }

    /**
     * @param scales times the real number of seats, ascending from 1, at most 100
     * @return whether all aims are reached
     */
    public boolean run(List<Integer> scales) {
        Report report = new Report();
        try (LoneService process =
                LoneService.prepare(projectRoot, projectRoot.resolve(".hustings/bench"), App.SEATS)) {
            Service service = new Service(process, Map.of());
            FactsLoader loader = new FactsLoader(projectRoot.resolve("data"), service.url(), Tokens::nationalOrganiser);
            progress.accept("Without any facts");
            service.restart(heapFor(1));
            double empty = service.heap();
            int held = 0;
            List<Scale> measured = new ArrayList<>();
            for (int times : scales) {
                progress.accept("Loading the facts of %d times the seats".formatted(times));
                service.restart(heapFor(times));
                if (held == 0) {
                    loader.load();
                    held = 1;
                }
                loader.addCopies(held - 1, times - held);
                held = times;
                // Loading leaves traces in the heap that reading does not need.
                service.restart(heapFor(times));
                measured.add(measure(service, times, service.heap() - empty));
            }
            progress.accept(report.of(measured));
            return Report.missed(measured).isEmpty();
        }
    }

    private Scale measure(Service service, int times, double heapBytes) {
        progress.accept("Measuring");
        double rebuild = Median.of(service.rebuild(REBUILDS));
        Rounds rounds = times == 1 ? ROUNDS : SHORT;
        List<Comparison> comparisons = new ArrayList<>();
        comparisons.add(rounds.compare(service, "single seat", Question.of(SEAT), SEAT_AIM));
        comparisons.add(rounds.compare(service, "list of 50", Question.of(LIST), LIST_AIM));
        comparisons.add(rounds.compare(service, "nothing changed (304)", known(service), NOT_MODIFIED_AIM));
        comparisons.add(rounds.compare(
                service, "list of 50, gzip", Question.of(LIST).with("Accept-Encoding", "gzip", 200), Double.NaN));
        return new Scale(times, seats(service), heapBytes, rebuild, comparisons, firstLists(service));
    }

    private Question known(Service service) {
        HttpResponse<byte[]> seat = service.get(service.url(), Question.of(SEAT));
        return Question.of(SEAT)
                .with("If-None-Match", seat.headers().firstValue("ETag").orElseThrow(), 304);
    }

    /** A day that nobody has asked for makes an answer that nobody has kept. */
    private Figures firstLists(Service service) {
        LoadClient client = new LoadClient(
                service.port(),
                () -> Question.of(LIST + "&asOf=" + FIRST_DAY.plusDays(days.getAndIncrement()))
                        .bytes(service.port()),
                200);
        days.set(0);
        client.forRequests(1, FIRST_LISTS);
        return client.forRequests(1, FIRST_LISTS);
    }

    private static int seats(Service service) {
        try {
            byte[] health =
                    service.get(service.url(), Question.of("/q/health/ready")).body();
            for (var check : new ObjectMapper().readTree(health).get("checks")) {
                if (check.path("data").has("seats")) {
                    return check.path("data").get("seats").asInt();
                }
            }
            throw new BenchFailed("The service does not say how many seats it knows.");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int heapFor(int times) {
        return times == 1 ? 256 : times <= 10 ? 1024 : 4096;
    }
}
