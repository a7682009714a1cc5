package uk.hustings.local.bench.simulation;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Time since it was made: of the clock, and of the processors, all threads of this JVM together. */
final class Stopwatch {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final long processor = SYSTEM.getProcessCpuTime();
    private final long begun = System.nanoTime();

    /** In seconds. */
    record Time(double clock, double processor) {}

    Time read() {
        return new Time((System.nanoTime() - begun) / 1e9, (SYSTEM.getProcessCpuTime() - processor) / 1e9);
    }
}
