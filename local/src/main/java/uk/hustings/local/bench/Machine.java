package uk.hustings.local.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.Locale;

/** What everything was measured on, from the moment at which this was made. */
final class Machine {

    private final OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    private final double loadBefore = system.getSystemLoadAverage();

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
}
