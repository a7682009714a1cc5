package uk.hustings.campaign.reach;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.sql.Sql;
import uk.hustings.campaign.reach.domain.TravelMatrix;

/** Imports of travel times in the database: added and withdrawn, never altered. */
@ApplicationScoped
class TravelVersions {

    static final String CHANNEL = "travel_times_changed";

    private static final String FIND = """
            select m.version, m.source, m.pairs, m.imported_by, m.imported_at, w.reason, w.withdrawn_by, w.withdrawn_at
            from travel_matrix m left join travel_matrix_withdrawal w using (version)
            """;

    /** Waits until nobody else changes which travel times are in force; lasts until the transaction ends. */
    Uni<Void> lock(Mutiny.StatelessSession session) {
        return Sql.rows(session, "select 1 from (select pg_advisory_xact_lock(hashtext('travel_matrix'))) locked")
                .replaceWithVoid();
    }

    Uni<Integer> next(Mutiny.StatelessSession session) {
        return Sql.rows(session, "select coalesce(max(version), 0) + 1 from travel_matrix")
                .map(rows -> (Integer) rows.get(0)[0]);
    }

    /** Adds a version; all replicas are notified when the transaction commits. */
    Uni<Void> add(Mutiny.StatelessSession session, TravelVersionView version, TravelMatrix matrix) {
        return Sql.change(
                        session,
                        """
                        insert into travel_matrix (version, source, pairs, imported_by, imported_at)
                        values ($1, $2, $3, $4, $5)
                        """,
                        version.version(),
                        version.source(),
                        version.pairs(),
                        version.importedBy(),
                        at(version.importedAt()))
                .chain(() -> Multi.createFrom()
                        .iterable(matrix.rows().entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(row -> addRow(session, version.version(), row))
                        .collect()
                        .last())
                .chain(() -> announce(session));
    }

    /** All replicas are notified when the transaction commits. */
    Uni<Void> withdraw(Mutiny.StatelessSession session, int version, TravelVersionView.Withdrawn withdrawn) {
        return Sql.change(session, """
                        insert into travel_matrix_withdrawal (version, reason, withdrawn_by, withdrawn_at)
                        values ($1, $2, $3, $4)
                        """, version, withdrawn.reason(), withdrawn.by(), at(withdrawn.at()))
                .chain(() -> announce(session));
    }

    /**
     * Newest first.
     *
     * @param before version to go on after; null to begin
     */
    Uni<List<TravelVersionView>> list(Mutiny.StatelessSession session, Integer before, int most) {
        return Sql.rows(
                        session,
                        FIND + "where $1::int is null or m.version < $1 order by m.version desc limit $2",
                        before,
                        most)
                .map(rows -> rows.stream().map(TravelVersions::version).toList());
    }

    Uni<Optional<TravelVersionView>> find(Mutiny.StatelessSession session, int version) {
        return Sql.rows(session, FIND + "where m.version = $1", version)
                .map(rows -> rows.stream().map(TravelVersions::version).findFirst());
    }

    /** The newest that is not withdrawn. */
    Uni<Optional<TravelVersionView>> inForce(Mutiny.StatelessSession session) {
        return Sql.rows(session, FIND + "where w.version is null order by m.version desc limit 1")
                .map(rows -> rows.stream().map(TravelVersions::version).findFirst());
    }

    Uni<TravelMatrix> matrix(Mutiny.StatelessSession session, int version) {
        return Sql.rows(
                        session,
                        "select origin, seat_codes, minutes, kilometres from travel_matrix_row where version = $1",
                        version)
                .map(TravelVersions::matrix);
    }

    private static Uni<Integer> addRow(
            Mutiny.StatelessSession session, int version, Map.Entry<String, TravelMatrix.Row> row) {
        return Sql.change(
                session,
                """
                insert into travel_matrix_row (version, origin, seat_codes, minutes, kilometres)
                values ($1, $2, $3, $4, $5)
                """,
                version,
                row.getKey(),
                row.getValue().seats().stream().map(SeatCode::value).toArray(String[]::new),
                Arrays.stream(row.getValue().minutes()).boxed().toArray(Double[]::new),
                Arrays.stream(row.getValue().kilometres()).boxed().toArray(Double[]::new));
    }

    private static Uni<Void> announce(Mutiny.StatelessSession session) {
        return Sql.rows(session, "select cast(pg_notify('" + CHANNEL + "', '') as text)")
                .replaceWithVoid();
    }

    private static TravelMatrix matrix(List<Object[]> rows) {
        // One object for each seat, not one for each journey.
        Map<String, SeatCode> codes = new HashMap<>();
        Map<String, TravelMatrix.Row> matrix = new HashMap<>();
        for (Object[] row : rows) {
            matrix.put(
                    (String) row[0],
                    new TravelMatrix.Row(
                            Arrays.stream((String[]) row[1])
                                    .map(code -> codes.computeIfAbsent(code, SeatCode::fromString))
                                    .toArray(SeatCode[]::new),
                            numbers(row[2]),
                            numbers(row[3])));
        }
        return new TravelMatrix(matrix);
    }

    private static TravelVersionView version(Object[] row) {
        return new TravelVersionView(
                (Integer) row[0],
                (String) row[1],
                (Integer) row[2],
                (String) row[3],
                instant(row[4]),
                row[7] == null
                        ? null
                        : new TravelVersionView.Withdrawn((String) row[5], (String) row[6], instant(row[7])));
    }

    private static double[] numbers(Object column) {
        return Arrays.stream((Double[]) column).mapToDouble(Double::doubleValue).toArray();
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(Object time) {
        return ((OffsetDateTime) time).toInstant();
    }
}
