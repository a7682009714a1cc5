package uk.hustings.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.hustings.local.data.PollsLoader;

/** Imports batches of new polls and has PostgreSQL copy the same rows, in turns. */
final class ImportBench {

    private static final int ROWS = 10_000;
    private static final int ROWS_OF_WARM_UP = 1_000;
    private static final int WARM_UP = 12;
    private static final String PATH = "/v1/polls/imports.csv";

    private final Service service;
    private final PollsLoader polls;
    private int batches;

    ImportBench(Service service, PollsLoader polls) {
        this.service = service;
        this.polls = polls;
    }

    /** What a service does that has imported nothing yet. */
    ImportRound first(PollTables tables) {
        return round(tables, ROWS);
    }

    /** Each round finds more polls than the one before. */
    List<ImportRound> rounds(PollTables tables, int count) {
        for (int round = 0; round < WARM_UP; round++) {
            round(tables, ROWS_OF_WARM_UP);
        }
        List<ImportRound> rounds = new ArrayList<>();
        for (int round = 0; round < count; round++) {
            rounds.add(round(tables, ROWS));
        }
        return rounds;
    }

    private ImportRound round(PollTables tables, int rows) {
        String batch = polls.batch(batches++, rows);
        int before = tables.polls();
        long begun = System.nanoTime();
        service.post(PATH, "text/csv", batch);
        double importSeconds = (System.nanoTime() - begun) / 1e9;
        int after = tables.polls();
        Map<String, byte[]> written = tables.takeOutLastImport();
        if (tables.polls() != before) {
            throw new BenchFailed("More was taken out than the import had written.");
        }
        double copySeconds = tables.copyIn(written);
        if (tables.polls() != after) {
            throw new BenchFailed("COPY did not bring back what was taken out.");
        }
        return new ImportRound(rows, before, importSeconds, copySeconds);
    }
}
