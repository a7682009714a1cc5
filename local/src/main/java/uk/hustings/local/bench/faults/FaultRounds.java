package uk.hustings.local.bench.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import uk.hustings.local.bench.faults.FaultPlan.Fault;
import uk.hustings.local.process.Processes;
import uk.hustings.local.suite.App;
import uk.hustings.local.suite.DemoLogin;
import uk.hustings.local.suite.DomainDay;
import uk.hustings.local.suite.Suite;
import uk.hustings.test.ServiceDatabase;

/** Rounds of work on a running suite, in each of which one part of it is killed and comes back. */
public final class FaultRounds {

    private static final int WORKERS = 6;
    private static final Duration WORK_AFTERWARDS = Duration.ofMillis(800);
    private static final long LAST_WORD_SECONDS = 120;

    /** A contact before the boundaries of 2010 is refused; each round has a week of its own as long as there are. */
    private static final int MOST_WEEKS = 250;

    private final Suite suite;
    private final List<Turf> turfs;
    private final CampaignTables tables;
    private final Granted granted;
    private final Receipts receipts = new Receipts();
    private final Books before;
    private volatile String token;

    /** @param localParties whom nobody else reports for or decides about; each with one seat, preferably no target */
    public FaultRounds(Suite suite, List<String> localParties) {
        this.suite = suite;
        this.token = login();
        this.turfs = localParties.stream().map(this::turf).toList();
        this.granted = new Granted(suite);
        this.tables = new CampaignTables(
                new ServiceDatabase(
                        "localhost",
                        suite.ports().postgres(),
                        "campaign",
                        suite.secrets().databaseOwner("campaign"),
                        suite.secrets().databaseApp("campaign")),
                localParties);
        this.before = tables.read();
    }

    /**
     * Has people work, kills, brings back, lets everybody finish, and audits all that was acknowledged so far.
     *
     * @throws Contradiction if something does not agree
     */
    public RoundFigures run(Fault fault) {
        token = login();
        Tally tally = Tally.of(receipts);
        double back = work(fault);
        long begun = System.nanoTime();
        Books now = tables.read();
        List<String> findings = new ArrayList<>(Audit.findings(before, now, receipts));
        findings.addAll(granted.awaitAgreement(tables::read));
        if (!findings.isEmpty()) {
            throw new Contradiction(fault, findings);
        }
        double agreed = (System.nanoTime() - begun) / 1e9;
        return Tally.of(receipts).since(tally, fault.victim(), back, agreed);
    }

    private double work(Fault fault) {
        LocalDate monday = DomainDay.DAY
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(fault.number() % MOST_WEEKS);
        AtomicBoolean stop = new AtomicBoolean();
        PersistentClient client = new PersistentClient(suite.ports().urlOf(App.GATEWAY), () -> token, receipts);
        Random seeds = new Random(fault.seed());
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int worker = 0; worker < WORKERS; worker++) {
                Random random = new Random(seeds.nextLong());
                work.add(threads.submit(new Worker(client, receipts, turfs, monday, random, stop::get)));
            }
            Processes.pause(fault.after());
            long killed = System.nanoTime();
            fault.victim().kill(suite);
            fault.victim().bringBack(suite);
            double back = (System.nanoTime() - killed) / 1e9;
            Processes.pause(WORK_AFTERWARDS);
            stop.set(true);
            for (Future<?> worker : work) {
                worker.get(LAST_WORD_SECONDS, TimeUnit.SECONDS);
            }
            return back;
        } catch (ExecutionException | TimeoutException failed) {
            Throwable cause = failed instanceof ExecutionException ? failed.getCause() : failed;
            throw new Contradiction(fault, List.of(String.valueOf(cause)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted.", interrupted);
        } finally {
            stop.set(true);
            threads.shutdownNow();
        }
    }

    private String login() {
        return new DemoLogin(suite.ports().tokenEndpoint()).accessToken("hq");
    }

    private Turf turf(String localParty) {
        URI address = suite.ports().urlOf(App.GATEWAY).resolve("/v1/campaign/local-parties/" + localParty);
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address)
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return new Turf(
                    localParty,
                    new ObjectMapper()
                            .readTree(answer.body())
                            .at("/seatCodes/0")
                            .asText());
        } catch (IOException unreachable) {
            throw new IllegalStateException(address + " does not answer", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted.", interrupted);
        }
    }

    /** How much was acknowledged up to a moment. */
    private record Tally(int reports, int withdrawals, int decisions, int turnedAway, int sentAgain) {

        static Tally of(Receipts receipts) {
            return new Tally(
                    receipts.reports().size(),
                    receipts.withdrawals().size(),
                    receipts.decisions().size(),
                    receipts.timesTurnedAway(),
                    receipts.timesSentAgain());
        }

        RoundFigures since(Tally earlier, Victim victim, double back, double agreed) {
            return new RoundFigures(
                    victim,
                    reports - earlier.reports,
                    withdrawals - earlier.withdrawals,
                    decisions - earlier.decisions,
                    turnedAway - earlier.turnedAway,
                    sentAgain - earlier.sentAgain,
                    back,
                    agreed);
        }
    }
}
