package uk.hustings.local.bench.contacts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import uk.hustings.local.bench.BenchFailed;
import uk.hustings.local.bench.Service;

/** Imports of contacts as CSV, and the rows that each has written copied into tables of the same shape by PostgreSQL itself. */
final class ContactImports {

    static final String PATH = "/v1/campaign/contacts/imports.csv";

    private static final int ROWS = 100_000;
    private static final int WARM_UP_ROWS = 50_000;
    private static final int WARM_UPS = 6;
    private static final LocalDate LAST_DAY = LocalDate.of(2015, 4, 14);
    private static final int DAYS = 120;

    /** Those that the policy does not count: nobody is locked out in the middle. */
    private static final List<String> CHANNELS = List.of("leaflet", "direct-mail", "digital", "street-stall");

    private final Service service;
    private final ContactTables tables;
    private final List<Map.Entry<String, String>> seats;
    private final Random random = new Random(100_000);

    ContactImports(Service service, ContactTables tables) {
        this.service = service;
        this.tables = tables;
        this.seats = List.copyOf(tables.localParties().entrySet());
    }

    ImportRounds measure(int rounds) {
        for (int n = 0; n < WARM_UPS; n++) {
            service.post(PATH, "text/csv", sheet(WARM_UP_ROWS));
        }
        tables.layCopies();
        long known = tables.rows();
        List<Double> imports = new ArrayList<>();
        List<Double> copies = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            String sheet = sheet(ROWS);
            String newest = tables.newestBatch();
            long before = tables.rows();
            long begun = System.nanoTime();
            service.post(PATH, "text/csv", sheet);
            imports.add((System.nanoTime() - begun) / 1e9);
            if (tables.rows() - before != ROWS) {
                throw new BenchFailed("The import of %d rows has written %d.".formatted(ROWS, tables.rows() - before));
            }
            copies.add(tables.copyIn(tables.writtenAfter(newest)));
        }
        return new ImportRounds(known, ROWS, imports, copies);
    }

    /** No two rows are alike: an import takes them for a mistake. */
    private String sheet(int rows) {
        Set<String> lines = new LinkedHashSet<>();
        while (lines.size() < rows) {
            Map.Entry<String, String> seat = seats.get(random.nextInt(seats.size()));
            int contacts = 1 + random.nextInt(60);
            lines.add("%s,%s,%s,%s,%d,%d"
                    .formatted(
                            seat.getValue(),
                            seat.getKey(),
                            LAST_DAY.minusDays(random.nextInt(DAYS)),
                            CHANNELS.get(random.nextInt(CHANNELS.size())),
                            contacts + random.nextInt(100),
                            contacts));
        }
        return "localParty,seatCode,day,channel,attempts,contacts\n" + String.join("\n", lines) + "\n";
    }
}
