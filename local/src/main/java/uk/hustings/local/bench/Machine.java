package uk.hustings.local.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.Locale;

/** What everything was measured on, from the moment at which this was made. */
public final class Machine {

    private final OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    private final double loadBefore = system.getSystemLoadAverage();

    /** Also how the readings of services were taken. */
    String told() {
        return String.format(
                Locale.ROOT,
                "%n%d processors (%s), Java %s. Client and service share them. Load before %.1f, now %.1f.%n"
                        + "32 connections, no pipelining; medians of rounds taken in turns. Requests per second; times in µs.%n",
                system.getAvailableProcessors(),
                system.getArch(),
                System.getProperty("java.version"),
                loadBefore,
                system.getSystemLoadAverage());
    }

    /** The machine alone, as a line. */
    public String busy() {
        return String.format(
                Locale.ROOT,
                "%n%d processors (%s), Java %s, shared by all that runs. Load before %.1f, now %.1f.%n%n",
                system.getAvailableProcessors(),
                system.getArch(),
                System.getProperty("java.version"),
                loadBefore,
                system.getSystemLoadAverage());
    }
}
