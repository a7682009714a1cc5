package uk.hustings.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import uk.hustings.local.process.Processes;
import uk.hustings.local.suite.App;
import uk.hustings.local.suite.Leftovers;
import uk.hustings.local.suite.Ports;

/** Lists the processes of the running suite with their memory. */
final class StatusCommand {

    private static final double MEBIBYTE = 1024.0 * 1024.0;

    private final Invocation invocation;

    StatusCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    int run() {
        if (!invocation.suiteRuns()) {
            System.out.println("Hustings is not running. Start it with: ./hustings up");
            return 1;
        }
        Map<String, ProcessHandle> running =
                new LinkedHashMap<>(invocation.home().ledger().running());
        Ports.recordedIn(invocation.home().ledger()).ifPresent(ports -> print(running, ports));
        return 0;
    }

    private void print(Map<String, ProcessHandle> running, Ports ports) {
        Map<String, Integer> portOf = new LinkedHashMap<>();
        for (App app : App.values()) {
            portOf.put(app.module(), ports.of(app));
        }
        portOf.put("keycloak", ports.keycloak());
        portOf.put("postgres", ports.postgres());
        invocation.postgresProcess().ifPresent(process -> running.put("postgres", process));
        System.out.printf("%-18s %8s %6s %10s%n", "", "pid", "port", "PSS MiB");
        long sum = 0;
        for (String name : portOf.keySet()) {
            ProcessHandle process = running.remove(name);
            sum += process == null
                    ? absent(name)
                    : line(name, process, portOf.get(name).toString());
        }
        ProcessHandle runner = running.get(Leftovers.RUNNER);
        sum += runner == null ? 0 : line(Leftovers.RUNNER, runner, "");
        System.out.printf("%-18s %8s %6s %10.0f%n", "all", "", "", sum / MEBIBYTE);
    }

    private static long absent(String name) {
        System.out.printf("%-18s %8s%n", name, "down");
        return 0;
    }

    /** A process with its children, for PostgreSQL is many. */
    private static long line(String name, ProcessHandle process, String port) {
        long bytes = memory(process)
                + process.descendants()
                        .filter(child -> !name.equals(Leftovers.RUNNER))
                        .mapToLong(StatusCommand::memory)
                        .sum();
        System.out.printf("%-18s %8d %6s %10.0f%n", name, process.pid(), port, bytes / MEBIBYTE);
        return bytes;
    }

    private static long memory(ProcessHandle process) {
        OptionalLong bytes = Processes.proportionalMemory(process.pid());
        return bytes.orElse(0);
    }
}
