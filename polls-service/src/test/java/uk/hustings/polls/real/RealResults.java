package uk.hustings.polls.real;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import uk.hustings.api.id.SeatCode;
import uk.hustings.polls.real.RealElections.Held;
import uk.hustings.polls.seatref.domain.BoundarySet;
import uk.hustings.polls.seatref.domain.Contest;
import uk.hustings.polls.seatref.domain.Party;
import uk.hustings.polls.seatref.domain.Seat;
import uk.hustings.polls.seatref.domain.SeatBook;

/**
 * The seats of both boundary sets with the five general elections from 2010 to 2024, the by-elections between and both
 * notional results.
 */
public final class RealResults {

    /** The boundaries of the general elections of 2010 to 2019. */
    public static final String BOUNDARIES_2010 = "2010";

    /** The boundaries of the general election of 2024. */
    public static final String BOUNDARIES_2024 = "2024";

    private RealResults() {}

    /** Read once, when first asked for. */
    private static final class Read {

        private static final SeatBook BOOK = read();
    }

    public static SeatBook seats() {
        return Read.BOOK;
    }

    private static SeatBook read() {
        List<Held> elections = RealElections.all();
        return new SeatBook(
                List.of(
                        new BoundarySet(BOUNDARIES_2010, LocalDate.of(2010, 5, 6), LocalDate.of(2024, 7, 3)),
                        new BoundarySet(BOUNDARIES_2024, LocalDate.of(2024, 7, 4), null)),
                RealData.rows("parties.csv").stream().map(RealResults::party).toList(),
                elections.stream().map(Held::election).toList(),
                Stream.concat(
                                RealData.rows("geography/constituencies_2010_2024.csv").stream()
                                        .map(row -> seat(
                                                BOUNDARIES_2010,
                                                row,
                                                row.getField("ons_name"),
                                                row.getField("county_name"),
                                                row.getField("electorate_2010"),
                                                elections)),
                                RealData.rows("geography/constituencies_2024.csv").stream()
                                        .map(row -> seat(
                                                BOUNDARIES_2024,
                                                row,
                                                row.getField("constituency_name"),
                                                "",
                                                row.getField("electorate_2024"),
                                                elections)))
                        .toList());
    }

    private static Party party(NamedCsvRecord row) {
        return new Party(
                row.getField("code"),
                row.getField("name"),
                Arrays.stream(row.getField("lineage").split(" "))
                        .filter(code -> !code.isEmpty())
                        .toList());
    }

    private static Seat seat(
            String boundarySet,
            NamedCsvRecord row,
            String name,
            String county,
            String electorate,
            List<Held> elections) {
        String code = row.getField("ons_id");
        List<Contest> contests = elections.stream()
                .filter(held -> held.election().boundarySet().equals(boundarySet))
                .flatMap(held -> Stream.ofNullable(held.contests().get(code)))
                .toList();
        return new Seat(
                boundarySet,
                SeatCode.fromString(code),
                name,
                row.getField("ons_region_id"),
                row.getField("region_name"),
                row.getField("country_name"),
                county.isEmpty() ? null : county,
                Integer.parseInt(electorate),
                contests);
    }
}
