package uk.hustings.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import uk.hustings.local.bench.BenchFailed;
import uk.hustings.local.bench.PollsBench;
import uk.hustings.local.bench.SeatsBench;
import uk.hustings.local.bench.access.AccessBench;
import uk.hustings.local.bench.allocation.AllocationBench;
import uk.hustings.local.bench.contacts.ContactsBench;
import uk.hustings.local.bench.faults.FaultsBench;
import uk.hustings.local.bench.interleavings.InterleavingsBench;

/** Measures how fast a service answers and what it bears; ends with 1 if an aim is missed. */
final class BenchCommand {

    private static final List<Integer> ALL_SCALES = List.of(1, 10, 100);
    private static final String QUICK = "--quick";
    private static final String ROUNDS = "--rounds";
    private static final String SEED = "--seed";
    private static final String SECONDS = "--seconds";
    private static final String WRITERS = "--writers";
    private static final long FAULT_ROUNDS = 200;

    private final Path projectRoot;
    private final Consumer<String> progress = System.out::println;

    BenchCommand(Invocation invocation) {
        this.projectRoot = invocation.projectRoot();
    }

    int run(List<String> options) {
        try {
            return options.isEmpty() ? unknown() : run(options.get(0), options.subList(1, options.size()));
        } catch (BenchFailed failed) {
            System.err.println(failed.getMessage());
            return 1;
        }
    }

    private int run(String what, List<String> options) {
        if (what.equals("faults")) {
            return faults(options);
        }
        if (what.equals("interleavings")) {
            return interleavings(options);
        }
        boolean quick = options.equals(List.of(QUICK));
        if (!quick && !options.isEmpty()) {
            return unknown();
        }
        boolean reached;
        switch (what) {
            case "seats" -> reached = new SeatsBench(projectRoot, progress).run(quick ? List.of(1) : ALL_SCALES);
            case "polls" -> reached = new PollsBench(projectRoot, progress).run(!quick);
            case "contacts" -> reached = new ContactsBench(projectRoot, progress).run(quick);
            case "allocation" -> reached = new AllocationBench(projectRoot, progress).run(quick);
            case "access" -> reached = new AccessBench(projectRoot, progress).run(quick);
            default -> {
                return unknown();
            }
        }
        return reached ? 0 : 1;
    }

    private int faults(List<String> options) {
        OptionalLong rounds = number(options, ROUNDS, FAULT_ROUNDS);
        OptionalLong seed = number(options, SEED, System.currentTimeMillis());
        if (hasOthers(options, ROUNDS, SEED) || rounds.isEmpty() || seed.isEmpty() || rounds.getAsLong() < 1) {
            return unknown();
        }
        return new FaultsBench(projectRoot, progress).run((int) rounds.getAsLong(), seed.getAsLong()) ? 0 : 1;
    }

    private int interleavings(List<String> options) {
        OptionalLong seconds = number(options, SECONDS, Duration.ofDays(1).toSeconds());
        OptionalLong seed = number(options, SEED, System.currentTimeMillis());
        int writers = options.indexOf(WRITERS);
        if (hasOthers(options, SECONDS, SEED, WRITERS) || seconds.isEmpty() || seed.isEmpty()) {
            return unknown();
        }
        List<String> some =
                writers < 0 ? List.of() : List.of(options.get(writers + 1).split(","));
        Duration longest = Duration.ofSeconds(seconds.getAsLong());
        return new InterleavingsBench(projectRoot, progress).run(seed.getAsLong(), longest, some) ? 0 : 1;
    }

    /** Whether there is an option that is not among these, or one without its number. */
    private static boolean hasOthers(List<String> options, String... known) {
        return options.size() % 2 == 1
                || options.stream()
                        .anyMatch(option ->
                                option.startsWith("--") && !List.of(known).contains(option));
    }

    /** @return empty if what follows the option is no whole number of up to 18 digits */
    private static OptionalLong number(List<String> options, String option, long otherwise) {
        int at = options.indexOf(option);
        if (at < 0) {
            return OptionalLong.of(otherwise);
        }
        boolean given = at + 1 < options.size() && options.get(at + 1).matches("\\d{1,18}");
        return given ? OptionalLong.of(Long.parseLong(options.get(at + 1))) : OptionalLong.empty();
    }

    private static int unknown() {
        System.err.println("""
                bench knows: bench seats, bench polls, bench contacts, bench allocation and bench access, each also with --quick for less of it,
                bench faults [--rounds 200] [--seed NUMBER], and bench interleavings [--seconds NUMBER] [--seed NUMBER]
                [--writers report,merger].""");
        return 2;
    }
}
