package uk.hustings.seats.facts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.election.domain.Candidacy;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.election.domain.Election;
import uk.hustings.seats.election.domain.ElectionKind;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.party.domain.Party;
import uk.hustings.seats.seat.domain.Centroid;
import uk.hustings.seats.seat.domain.Seat;

/** Reads all facts from the database in one go. */
@ApplicationScoped
class FactsReader {

    private final Pool pool;

    FactsReader(Pool pool) {
        this.pool = pool;
    }

    /** @return {@code known} itself if it is the newest */
    Uni<Facts> newest(Facts known) {
        if (known == null) {
            return all();
        }
        return pool.query("select version from facts_version")
                .execute()
                .chain(rows -> rows.iterator().next().getLong(0) == known.version()
                        ? Uni.createFrom().item(known)
                        : all());
    }

    private Uni<Facts> all() {
        return pool.withTransaction(connection -> connection
                // Every statement below sees the same moment, or an import between two of them would tear the copy.
                .query("set transaction isolation level repeatable read, read only")
                .execute()
                .chain(() -> rows(connection, "select version from facts_version", row -> row.getLong(0)))
                .chain(version -> parties(connection).chain(parties -> seats(connection)
                        .chain(seats -> elections(connection).chain(elections -> contests(connection)
                                .map(contests -> new Facts(version.get(0), parties, seats, elections, contests)))))));
    }

    private static Uni<List<Party>> parties(SqlConnection connection) {
        return rows(
                connection,
                "select code, name, colour, string_to_array(lineage, ' ') from party",
                row -> new Party(
                        row.getString(0), row.getString(1), row.getString(2), List.of(row.getArrayOfStrings(3))));
    }

    private static Uni<List<Seat>> seats(SqlConnection connection) {
        return rows(connection, """
                select seat_code, boundary_set, name, region_code, region_name, country, county, type, electorate,
                       centroid_lat::float8, centroid_lon::float8
                from seat
                """, FactsReader::seat);
    }

    private static Seat seat(Row row) {
        return new Seat(
                SeatCode.fromString(row.getString(0)),
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getInteger(8),
                new Centroid(row.getDouble(9), row.getDouble(10)));
    }

    private static Uni<List<Election>> elections(SqlConnection connection) {
        return rows(
                connection,
                "select election_id, name, kind, polling_day, boundary_set from election",
                row -> new Election(
                        row.getString(0),
                        row.getString(1),
                        ElectionKind.fromCode(row.getString(2)).orElseThrow(),
                        row.getLocalDate(3),
                        row.getString(4)));
    }

    private static Uni<List<Contest>> contests(SqlConnection connection) {
        return candidacies(connection)
                .chain(candidacies -> rows(connection, """
                select election_id, seat_code, polling_day, electorate, valid_votes, invalid_votes
                from contest
                """, row -> {
                    ContestKey key = new ContestKey(row.getString(0), SeatCode.fromString(row.getString(1)));
                    return new Contest(
                            key.electionId,
                            key.seatCode,
                            row.getLocalDate(2),
                            row.getInteger(3),
                            row.getInteger(4),
                            row.getInteger(5),
                            candidacies.get(key));
                }));
    }

    private static Uni<Map<ContestKey, List<Candidacy>>> candidacies(SqlConnection connection) {
        record Stood(ContestKey contest, Candidacy candidacy) {}
        return rows(
                        connection,
                        "select election_id, seat_code, party, party_name, name, votes from candidacy",
                        row -> new Stood(
                                new ContestKey(row.getString(0), SeatCode.fromString(row.getString(1))),
                                new Candidacy(row.getString(2), row.getString(3), row.getString(4), row.getInteger(5))))
                .map(stood -> stood.stream().collect(groupingBy(Stood::contest, mapping(Stood::candidacy, toList()))));
    }

    private static <T> Uni<List<T>> rows(SqlConnection connection, String sql, Function<Row, T> read) {
        return connection.query(sql).execute().map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(read)
                .toList());
    }

    private record ContestKey(String electionId, SeatCode seatCode) {}
}
