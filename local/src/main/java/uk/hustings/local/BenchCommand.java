package uk.hustings.local;

import java.util.List;
import uk.hustings.local.bench.PollsBench;
import uk.hustings.local.bench.SeatsBench;

/** Measures how fast a service answers; ends with 1 if an aim is missed. */
final class BenchCommand {

    private static final List<Integer> ALL_SCALES = List.of(1, 10, 100);
    private static final String QUICK = "--quick";

    private final Invocation invocation;

    BenchCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    int run(List<String> options) {
        boolean quick = options.size() == 2 && options.get(1).equals(QUICK);
        if (options.isEmpty() || options.size() > 1 && !quick) {
            return unknown();
        }
        boolean reached;
        switch (options.get(0)) {
            case "seats" ->
                reached = new SeatsBench(invocation.projectRoot(), System.out::println)
                        .run(quick ? List.of(1) : ALL_SCALES);
            case "polls" -> reached = new PollsBench(invocation.projectRoot(), System.out::println).run(!quick);
            default -> {
                return unknown();
            }
        }
        return reached ? 0 : 1;
    }

    private static int unknown() {
        System.err.println(
                "bench knows: bench seats and bench polls, and with --quick both without what shows how they grow.");
        return 2;
    }
}
