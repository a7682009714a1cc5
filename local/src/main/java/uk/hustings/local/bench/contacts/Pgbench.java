package uk.hustings.local.bench.contacts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.hustings.local.bench.BenchFailed;
import uk.hustings.local.process.Program;
import uk.hustings.test.ServiceDatabase;

/** PostgreSQL's own benchmark, as the role of the app. It is no part of the PostgreSQL that the runner unpacks. */
final class Pgbench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: ([0-9]+)");
    private static final long ONE_RUN = 100_000_000_000_000L;

    private final ServiceDatabase database;
    private final Path script;
    private int runs;

    /** @param script what a client does, again and again */
    Pgbench(ServiceDatabase database, Path script, String text) {
        this.database = database;
        this.script = script;
        try {
            Files.writeString(script, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @throws BenchFailed if there is none on the path */
    static void require() {
        try {
            Program.run(List.of("pgbench", "--version"), Map.of(), Duration.ofSeconds(10));
        } catch (RuntimeException absent) {
            throw new BenchFailed("There is no pgbench. Install PostgreSQL's client programs; on Debian: "
                    + "apt-get install postgresql-contrib");
        }
    }

    /** @return transactions per second */
    double run(int clients, Duration length) {
        runs++;
        String told = Program.run(
                List.of(
                        "pgbench",
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + clients,
                        "--jobs=" + Math.min(clients, 2),
                        "--time=" + length.toSeconds(),
                        "--define=n=0",
                        "--define=base=" + runs * ONE_RUN,
                        "--file=" + script,
                        "--host=" + database.host(),
                        "--port=" + database.port(),
                        "--username=" + database.app(),
                        database.service()),
                Map.of("PGPASSWORD", database.appPassword()),
                length.plusSeconds(60));
        Matcher failed = FAILED.matcher(told);
        Matcher rate = RATE.matcher(told);
        if (failed.find() && Integer.parseInt(failed.group(1)) > 0 || told.contains("aborted") || !rate.find()) {
            throw new BenchFailed("pgbench says:\n" + told);
        }
        return Double.parseDouble(rate.group(1));
    }
}
