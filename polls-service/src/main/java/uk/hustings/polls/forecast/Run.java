package uk.hustings.polls.forecast;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import uk.hustings.api.id.Ids;
import uk.hustings.polls.evidence.Extent;

/**
 * A forecast or backtest that somebody asked for, wherever it stands; what it came to is in {@link Results}.
 *
 * @param electionId what a backtest is held against; null for a forecast
 * @param baseline id of the election that the seats start from
 * @param parameters their version
 * @param seatPolls polls of single seats
 * @param outcomesHash null for a forecast
 * @param progress tenths
 * @param requestedAt domain time, as all of these
 * @param startedAt null before it was taken up
 * @param finishedAt null before it was over
 */
record Run(
        UUID runId,
        Kind kind,
        Extent extent,
        LocalDate asOf,
        String boundarySet,
        String electionId,
        String baseline,
        String parameters,
        int nationalPolls,
        int seatPolls,
        int byElections,
        List<String> warnings,
        int elections,
        long seed,
        String inputsHash,
        String outcomesHash,
        String resultKey,
        Status status,
        int progress,
        Instant requestedAt,
        Instant startedAt,
        Instant finishedAt) {

    static final int TENTHS = 10;

    static final Comparator<Run> NEWEST_FIRST =
            Comparator.comparing(Run::requestedAt).thenComparing(Run::runId).reversed();

    /** In the order of {@link #of}. */
    static final String COLUMNS = """
            run_id, kind, evidence, as_of, boundary_set, election_id, baseline, parameters, national_polls, seat_polls,
            by_elections, warnings, elections, seed, inputs_hash, outcomes_hash, result_key, status, progress,
            requested_at, started_at, finished_at
            """;

    /** What is worked out. */
    enum Kind {
        FORECAST,
        BACKTEST;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it stands. */
    enum Status {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        static final List<String> CODES =
                Arrays.stream(values()).map(Status::code).toList();

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    boolean isOver() {
        return status == Status.DONE || status == Status.FAILED || status == Status.CANCELLED;
    }

    /** Names what everything that is made from the same gives. */
    private static String resultKey(Kind kind, String inputsHash, String outcomesHash, OrderScrutiny.Draws draws) {
        return Canonical.sha256(
                "%s/%s/%s/%d/%d".formatted(kind.code(), inputsHash, outcomesHash, draws.elections(), draws.seed()));
    }

    /**
     * A run that nobody has taken up yet.
     *
     * @param electionId null for a forecast
     * @param outcomesHash null for a forecast
     * @param now domain time
     */
    static Run queued(
            Kind kind,
            Extent extent,
            Freezer.Frozen frozen,
            OrderScrutiny.Draws draws,
            String electionId,
            String outcomesHash,
            Instant now) {
        FrozenInputs document = frozen.document();
        return new Run(
                Ids.next(),
                kind,
                extent,
                document.inputs().asOf(),
                document.boundarySet(),
                electionId,
                document.baseline(),
                document.parameters(),
                document.inputs().nationalPolls().size(),
                frozen.seatPolls(),
                frozen.byElections(),
                frozen.warnings(),
                draws.elections(),
                draws.seed(),
                frozen.hash(),
                outcomesHash,
                resultKey(kind, frozen.hash(), outcomesHash, draws),
                Status.QUEUED,
                0,
                now,
                null,
                null);
    }

    /** @param row with {@link #COLUMNS} */
    static Run of(Row row) {
        return new Run(
                row.getUUID("run_id"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Extent.of(row.getString("evidence")),
                row.getLocalDate("as_of"),
                row.getString("boundary_set"),
                row.getString("election_id"),
                row.getString("baseline"),
                row.getString("parameters"),
                row.getInteger("national_polls"),
                row.getInteger("seat_polls"),
                row.getInteger("by_elections"),
                List.of(row.getArrayOfStrings("warnings")),
                row.getInteger("elections"),
                row.getLong("seed"),
                row.getString("inputs_hash"),
                row.getString("outcomes_hash"),
                row.getString("result_key"),
                Status.of(row.getString("status")),
                row.getInteger("progress"),
                instant(row.getOffsetDateTime("requested_at")),
                instant(row.getOffsetDateTime("started_at")),
                instant(row.getOffsetDateTime("finished_at")));
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
