package uk.hustings.local.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import uk.hustings.local.bench.simulation.Simulated;
import uk.hustings.local.bench.simulation.SimulationBench;
import uk.hustings.local.bench.simulation.SimulationTable;
import uk.hustings.local.data.PollsLoader;
import uk.hustings.local.suite.App;
import uk.hustings.local.suite.LoneService;
import uk.hustings.test.Tokens;
import uk.hustings.test.Upstream;

/** Measures how elections are drawn, and how polls-service takes polls in and reads them, each beside a plain peer. */
public final class PollsBench {

    private static final int CONNECTIONS = 32;
    private static final Rounds READS = new Rounds(CONNECTIONS, Duration.ofSeconds(1), 9);
    private static final int IMPORTS = 5;
    private static final int MORE_IMPORTS = 12;
    private static final int USUAL_HEAP_MEBIBYTES = 256;
    private static final int HEAP_FOR_MANY_MEBIBYTES = 1024;

    private final Path projectRoot;
    private final Consumer<String> progress;

    /** @param progress told what is being done */
    public PollsBench(Path projectRoot, Consumer<String> progress) {
        this.projectRoot = projectRoot;
        this.progress = progress;
    }

    /** What was measured of the service: before and after the imports, which make the polls many more. */
    private record Measured(
            List<Comparison> reads,
            Figures firstLists,
            SteadyReads steady,
            ImportRound firstImport,
            List<ImportRound> imports,
            int polls,
            Figures listsOfMore) {}

    /**
     * Measures everything.
     *
     * @param growing whether ten times as many seats, elections and polls are measured, too
     * @return whether all aims are reached
     */
    public boolean run(boolean growing) {
        Machine machine = new Machine();
        Path data = projectRoot.resolve("data");
        List<Simulated> simulations = new SimulationBench(data, progress).run(growing);
        Path home = projectRoot.resolve(".hustings/bench");
        progress.accept("Loading the facts, for the seats that polls-service follows");
        Measured measured;
        try (Upstream feed = SeatsFeed.standIn(projectRoot, home);
                LoneService process = LoneService.prepare(projectRoot, home, App.POLLS)) {
            measured = measure(process, new Service(process, SeatsFeed.configuration(feed)), growing);
        }
        List<String> missed = Stream.of(SimulationTable.missed(simulations), missed(measured))
                .flatMap(List::stream)
                .toList();
        progress.accept(machine.told() + '\n' + SimulationTable.of(simulations) + '\n' + table(measured));
        progress.accept(missed.isEmpty() ? "All aims are reached." : "MISSED: " + String.join("; ", missed));
        return missed.isEmpty();
    }

    private Measured measure(LoneService process, Service service, boolean growing) {
        PollsLoader polls = new PollsLoader(projectRoot.resolve("data"), service.url(), Tokens::nationalOrganiser);
        service.restart(USUAL_HEAP_MEBIBYTES);
        progress.accept("Loading the polls");
        polls.load();
        PollReads reads = new PollReads(service);
        progress.accept("Reading polls");
        List<Comparison> compared = reads.compare(READS);
        Figures firstLists = reads.firstLists();
        progress.accept("Reading polls while forecasts are made");
        SteadyReads steady = reads.besideForecasts();
        service.restart(HEAP_FOR_MANY_MEBIBYTES);
        progress.accept("Importing polls");
        try (PollTables tables = new PollTables(process.database())) {
            ImportBench imports = new ImportBench(service, polls);
            ImportRound first = imports.first(tables);
            List<ImportRound> rounds = imports.rounds(tables, growing ? MORE_IMPORTS : IMPORTS);
            return new Measured(compared, firstLists, steady, first, rounds, tables.polls(), reads.firstLists());
        }
    }

    private static List<String> missed(Measured measured) {
        List<ImportRound> usual = measured.imports.subList(0, IMPORTS);
        return Stream.concat(
                        measured.reads.stream()
                                .filter(Comparison::missesAim)
                                .map(read -> format("%s %.2f < %.1f", read.read(), read.ratio(), read.aim())),
                        Stream.of(ImportRound.ratio(usual))
                                .filter(ratio -> ratio < ImportRound.AIM)
                                .map(ratio -> format("imports %.2f < %.1f", ratio, ImportRound.AIM)))
                .toList();
    }

    private static String table(Measured measured) {
        return ImportTable.of(measured.firstImport, measured.imports)
                + '\n'
                + ComparisonTable.of(measured.reads)
                + firstLists(measured.firstImport.knownBefore(), measured.firstLists)
                + firstLists(measured.polls, measured.listsOfMore)
                + '\n'
                + measured.steady.table();
    }

    private static String firstLists(int polls, Figures figures) {
        return format(
                "a list of 50 not asked for before, of %d polls: p50 %.0f µs, p99 %.0f µs%n",
                polls, figures.percentileMicros(50), figures.percentileMicros(99));
    }

    private static String format(String pattern, Object... figures) {
        return String.format(Locale.ROOT, pattern, figures);
    }
}
