package uk.hustings.local.bench.contacts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import uk.hustings.local.bench.Figures;
import uk.hustings.local.bench.LoadClient;
import uk.hustings.local.bench.Machine;
import uk.hustings.local.bench.Question;
import uk.hustings.local.bench.SeatsFeed;
import uk.hustings.local.bench.Service;
import uk.hustings.local.data.LocalPartiesLoader;
import uk.hustings.local.suite.App;
import uk.hustings.local.suite.LoneService;
import uk.hustings.test.Tokens;
import uk.hustings.test.Upstream;

/** Measures how campaign-service takes contacts in, one by one and in imports, beside PostgreSQL doing the same alone. */
public final class ContactsBench {

    private static final List<Integer> WRITERS = List.of(1, 8, 64);
    private static final int HEAP_MEBIBYTES = 512;

    private final Path projectRoot;
    private final Consumer<String> progress;

    /** @param progress told what is being done */
    public ContactsBench(Path projectRoot, Consumer<String> progress) {
        this.projectRoot = projectRoot;
        this.progress = progress;
    }

    /** How long and how often is measured. */
    private record Effort(int warmUp, Duration length, int rounds, int imports, long rows) {

        static final Effort WHOLE = new Effort(40_000, Duration.ofSeconds(8), 7, 5, 5_000_000);
        static final Effort QUICK = new Effort(8_000, Duration.ofSeconds(2), 3, 2, 200_000);
    }

    /**
     * Measures everything.
     *
     * @param quick fewer and shorter rounds, and 200,000 rows for 5 million
     * @return whether all aims are reached
     */
    public boolean run(boolean quick) {
        Pgbench.require();
        Machine machine = new Machine();
        Effort effort = quick ? Effort.QUICK : Effort.WHOLE;
        Path home = projectRoot.resolve(".hustings/bench");
        progress.accept("Loading the facts, for the seats that campaign-service follows");
        List<WriterRounds> writers = new ArrayList<>();
        List<ImportRounds> imports = new ArrayList<>();
        try (Upstream feed = SeatsFeed.standIn(projectRoot, home);
                LoneService process = LoneService.prepare(projectRoot, home, App.CAMPAIGN)) {
            Service service = new Service(process, SeatsFeed.configurationOfCampaign(feed));
            service.restart(HEAP_MEBIBYTES);
            progress.accept("Loading the local parties");
            new LocalPartiesLoader(projectRoot.resolve("data"), service.url(), Tokens::nationalOrganiser).load();
            try (ContactTables tables = new ContactTables(process.database())) {
                tables.forgetRoleSync();
                Pgbench pgbench = learn(process, tables, home);
                measure(service, tables, pgbench, effort, writers, imports);
                progress.accept("Filling the table with %d rows more".formatted(effort.rows));
                tables.fill(effort.rows);
                measure(service, tables, pgbench, effort, writers, imports);
            }
        }
        return report(machine, writers, imports, quick);
    }

    private Pgbench learn(LoneService process, ContactTables tables, Path home) {
        progress.accept("Listening to the statements of a report");
        ContactReports reports = new ContactReports(process.port(), tables.localParties());
        reports.warmUp(100);
        AtomicReference<PgbenchScript.Sample> said = new AtomicReference<>();
        String log = StatementLog.during(process.postgres(), () -> said.set(reports.sample()));
        PgbenchScript.Sample sample = said.get();
        Transaction transaction = Transaction.in(log, sample.key());
        PgbenchScript.Sample whole = new PgbenchScript.Sample(
                sample.localParty(),
                sample.seatCode(),
                sample.key(),
                sample.batch(),
                transaction.parameterOf("pg_try_advisory_xact_lock"));
        progress.accept("A report is a transaction of %d statements"
                .formatted(transaction.statements().size()));
        return new Pgbench(
                process.database(), home.resolve("report.pgbench.sql"), PgbenchScript.of(transaction, whole));
    }

    private void measure(
            Service service,
            ContactTables tables,
            Pgbench pgbench,
            Effort effort,
            List<WriterRounds> writers,
            List<ImportRounds> imports) {
        Map<String, String> localParties = tables.localParties();
        ContactReports reports = new ContactReports(service.port(), localParties);
        progress.accept("Warming up");
        reports.warmUp(effort.warmUp);
        for (int count : WRITERS) {
            progress.accept("Reporting, %d at a time".formatted(count));
            writers.add(rounds(reports.client(), tables.rows(), count, pgbench, effort));
        }
        if (takesImports(service)) {
            progress.accept("Importing");
            imports.add(new ContactImports(service, tables).measure(effort.imports));
        }
    }

    private static WriterRounds rounds(LoadClient client, long rows, int writers, Pgbench pgbench, Effort effort) {
        List<Figures> service = new ArrayList<>();
        List<Double> peer = new ArrayList<>();
        for (int round = 0; round < effort.rounds; round++) {
            // Who comes second finds the machine as the first has left it: each does so as often.
            if (round % 2 == 0) {
                service.add(client.forDuration(writers, effort.length));
                peer.add(pgbench.run(writers, effort.length));
            } else {
                peer.add(pgbench.run(writers, effort.length));
                service.add(client.forDuration(writers, effort.length));
            }
        }
        return new WriterRounds(rows, writers, service, peer);
    }

    /** GET is refused in another way where there is an import. */
    private static boolean takesImports(Service service) {
        Question question =
                Question.of(ContactImports.PATH).with("Authorization", "Bearer " + Tokens.nationalOrganiser(), 405);
        return service.get(service.url(), question).statusCode() == question.status();
    }

    private boolean report(Machine machine, List<WriterRounds> writers, List<ImportRounds> imports, boolean quick) {
        StringBuilder text = new StringBuilder(machine.busy());
        text.append("pgbench runs the statements that PostgreSQL logged for a report, in the same order, prepared, ")
                .append("as the app's role.\nRates and times are medians of rounds taken in turns; ")
                .append("a ratio is the median over pairs of rounds.\n\n");
        List<String> missed = new ArrayList<>();
        text.append(WriterRounds.HEAD);
        for (WriterRounds rounds : writers) {
            text.append(rounds.row());
            if (rounds.ratio() < WriterRounds.AIM) {
                missed.add(String.format(
                        Locale.ROOT,
                        "%d writers, %d rows %.2f < %.1f",
                        rounds.writers(),
                        rounds.rows(),
                        rounds.ratio(),
                        WriterRounds.AIM));
            }
        }
        text.append('\n').append(ImportRounds.HEAD);
        for (ImportRounds rounds : imports) {
            text.append(rounds.row());
            if (rounds.ratio() < ImportRounds.AIM) {
                missed.add(String.format(
                        Locale.ROOT, "imports, %d rows %.2f < %.1f", rounds.known(), rounds.ratio(), ImportRounds.AIM));
            }
        }
        if (imports.isEmpty()) {
            missed.add("imports: this build answers no POST " + ContactImports.PATH);
        }
        if (quick) {
            text.append("\nQuick: few short rounds, and far fewer than 5 million rows.\n");
        }
        progress.accept(text.toString());
        progress.accept(missed.isEmpty() ? "All aims are reached." : "MISSED: " + String.join("; ", missed));
        return missed.isEmpty();
    }
}
