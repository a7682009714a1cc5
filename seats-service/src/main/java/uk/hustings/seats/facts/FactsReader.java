package uk.hustings.seats.facts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.election.domain.Basis;
import uk.hustings.seats.election.domain.Candidacy;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.election.domain.Election;
import uk.hustings.seats.election.domain.ElectionKind;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.facts.domain.Records;
import uk.hustings.seats.party.domain.Party;
import uk.hustings.seats.seat.domain.Border;
import uk.hustings.seats.seat.domain.Centroid;
import uk.hustings.seats.seat.domain.Hex;
import uk.hustings.seats.seat.domain.HolderEvent;
import uk.hustings.seats.seat.domain.Overlap;
import uk.hustings.seats.seat.domain.Seat;
import uk.hustings.seats.seat.domain.SeatKey;

/** Reads all facts from the database in one go. */
@ApplicationScoped
class FactsReader {

    private static final String VERSION = "select version from facts_version";
    private static final String PARTIES = "select code, name, colour, string_to_array(lineage, ' ') from party";
    private static final String SEATS = """
            select boundary_set, seat_code, name, region_code, region_name, country, county, type, electorate,
                   centroid_lat::float8, centroid_lon::float8, area_km2::float8, hex_q, hex_r, lat::float8, lon::float8
            from seat left join seat_postcode_centroid using (boundary_set, seat_code)
            """;
    private static final String BORDERS =
            "select boundary_set, first_seat, second_seat, shared_km::float8 from seat_border";
    private static final String OVERLAPS = """
            select from_set, from_seat, to_set, to_seat, from_population::float8, to_population::float8,
                   from_dwellings::float8, to_dwellings::float8, from_area::float8, to_area::float8
            from seat_overlap
            """;
    private static final String HOLDER_EVENTS =
            "select boundary_set, seat_code, day, kind, party, note, source from holder_event";
    private static final String ELECTIONS =
            "select election_id, name, kind, polling_day, boundary_set, basis, source, writ_day from election";
    private static final String CONTESTS = """
            select distinct on (election_id, seat_code) election_id, boundary_set, seat_code, polling_day, electorate,
                   valid_votes, invalid_votes
            from contest order by election_id, seat_code, revision desc
            """;
    private static final String CANDIDACIES = """
            select election_id, seat_code, party, party_name, name, votes, elected
            from candidacy
            where (election_id, seat_code, revision) in (
                select election_id, seat_code, max(revision) from contest group by election_id, seat_code)
            """;

    private static final List<String> QUERIES =
            List.of(VERSION, PARTIES, SEATS, BORDERS, OVERLAPS, HOLDER_EVENTS, ELECTIONS, CONTESTS, CANDIDACIES);

    private final Pool pool;

    FactsReader(Pool pool) {
        this.pool = pool;
    }

    /** @return {@code known} itself if it is the newest */
    Uni<Facts> newest(Facts known) {
        if (known == null) {
            return all();
        }
        return pool.query(VERSION)
                .execute()
                .chain(rows ->
                        version(rows) == known.version() ? Uni.createFrom().item(known) : all());
    }

    private Uni<Facts> all() {
        return pool.withTransaction(connection -> connection
                        // Every statement below sees the same moment, or an import between two of them would tear
                        // the copy.
                        .query("set transaction isolation level repeatable read, read only")
                        .execute()
                        .chain(() -> tables(connection)))
                // To sort and to group thousands of rows would hold up every request on the event loop.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(Tables::facts);
    }

    private static Uni<Tables> tables(SqlConnection connection) {
        return Uni.join()
                .all(QUERIES.stream()
                        .map(sql -> connection.query(sql).execute())
                        .toList())
                .andFailFast()
                .map(Tables::of);
    }

    private static long version(RowSet<Row> rows) {
        return rows.iterator().next().getLong(0);
    }

    /** The rows of every table, by the query that gave them. */
    private record Tables(Map<String, RowSet<Row>> rows) {

        static Tables of(List<RowSet<Row>> answers) {
            Map<String, RowSet<Row>> rows = new HashMap<>();
            for (int i = 0; i < answers.size(); i++) {
                rows.put(QUERIES.get(i), answers.get(i));
            }
            return new Tables(rows);
        }

        Facts facts() {
            return new Facts(
                    version(rows.get(VERSION)),
                    new Records(
                            read(PARTIES, Tables::party),
                            read(SEATS, Tables::seat),
                            read(BORDERS, Tables::border),
                            read(OVERLAPS, Tables::overlap),
                            read(HOLDER_EVENTS, Tables::holderEvent),
                            read(ELECTIONS, Tables::election),
                            contests()));
        }

        private List<Contest> contests() {
            Map<ContestKey, List<Candidacy>> candidacies = StreamSupport.stream(
                            rows.get(CANDIDACIES).spliterator(), false)
                    .collect(groupingBy(ContestKey::of, mapping(Tables::candidacy, toList())));
            return read(
                    CONTESTS,
                    row -> new Contest(
                            row.getString(0),
                            seatKey(row, 1),
                            row.getLocalDate(3),
                            row.getInteger(4),
                            row.getInteger(5),
                            row.getInteger(6),
                            candidacies.get(new ContestKey(row.getString(0), row.getString(2)))));
        }

        private <T> List<T> read(String query, Function<Row, T> reader) {
            return StreamSupport.stream(rows.get(query).spliterator(), false)
                    .map(reader)
                    .toList();
        }

        private static SeatKey seatKey(Row row, int from) {
            return new SeatKey(row.getString(from), SeatCode.fromString(row.getString(from + 1)));
        }

        private static Party party(Row row) {
            return new Party(row.getString(0), row.getString(1), row.getString(2), List.of(row.getArrayOfStrings(3)));
        }

        private static Seat seat(Row row) {
            return new Seat(
                    seatKey(row, 0),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getInteger(8),
                    new Centroid(row.getDouble(9), row.getDouble(10)),
                    row.getDouble(11),
                    row.getInteger(12) == null ? null : new Hex(row.getInteger(12), row.getInteger(13)),
                    row.getDouble(14) == null ? null : new Centroid(row.getDouble(14), row.getDouble(15)));
        }

        private static Border border(Row row) {
            return new Border(
                    row.getString(0),
                    SeatCode.fromString(row.getString(1)),
                    SeatCode.fromString(row.getString(2)),
                    row.getDouble(3));
        }

        private static Overlap overlap(Row row) {
            return new Overlap(
                    seatKey(row, 0),
                    seatKey(row, 2),
                    new Overlap.Parts(row.getDouble(4), row.getDouble(5)),
                    new Overlap.Parts(row.getDouble(6), row.getDouble(7)),
                    new Overlap.Parts(row.getDouble(8), row.getDouble(9)));
        }

        private static HolderEvent holderEvent(Row row) {
            return new HolderEvent(
                    seatKey(row, 0),
                    row.getLocalDate(2),
                    HolderEvent.Kind.fromCode(row.getString(3)).orElseThrow(),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6));
        }

        private static Election election(Row row) {
            return new Election(
                    row.getString(0),
                    row.getString(1),
                    ElectionKind.fromCode(row.getString(2)).orElseThrow(),
                    row.getLocalDate(3),
                    row.getString(4),
                    Basis.fromCode(row.getString(5)).orElseThrow(),
                    row.getString(6),
                    row.getLocalDate(7));
        }

        private static Candidacy candidacy(Row row) {
            return new Candidacy(
                    row.getString(2), row.getString(3), row.getString(4), row.getInteger(5), row.getBoolean(6));
        }
    }

    private record ContestKey(String electionId, String seatCode) {

        static ContestKey of(Row row) {
            return new ContestKey(row.getString(0), row.getString(1));
        }
    }
}
