package uk.hustings.local;

import java.util.List;
import uk.hustings.local.bench.SeatsBench;

/** Measures how fast a service answers; ends with 1 if an aim is missed. */
final class BenchCommand {

    private static final List<Integer> ALL_SCALES = List.of(1, 10, 100);

    private final Invocation invocation;

    BenchCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    int run(List<String> options) {
        boolean quick = options.equals(List.of("seats", "--quick"));
        if (!quick && !options.equals(List.of("seats"))) {
            System.err.println(
                    "bench knows: bench seats, and bench seats --quick, which leaves out 10 and 100 times the seats.");
            return 2;
        }
        SeatsBench bench = new SeatsBench(invocation.projectRoot(), System.out::println);
        return bench.run(quick ? List.of(1) : ALL_SCALES) ? 0 : 1;
    }
}
