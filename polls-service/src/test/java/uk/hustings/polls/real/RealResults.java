package uk.hustings.polls.real;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import uk.hustings.api.id.SeatCode;
import uk.hustings.polls.seatref.domain.Contest;
import uk.hustings.polls.seatref.domain.Seat;
import uk.hustings.polls.seatref.domain.SeatBook;

/** The 650 seats with the general elections of 2010 and 2015 and the by-elections between. */
public final class RealResults {

    private static final List<String> PARTIES =
            List.of("con", "lab", "ld", "ukip", "green", "snp", "pc", "dup", "sf", "sdlp", "uup", "apni");
    private static final LocalDate GE2010 = LocalDate.of(2010, 5, 6);
    private static final LocalDate GE2015 = LocalDate.of(2015, 5, 7);
    private static final Set<String> NONE = Set.of("", "0");

    private RealResults() {}

    public static SeatBook seats() {
        Map<String, List<Contest>> contests = new HashMap<>();
        general("ge2010", GE2010, contests);
        general("ge2015", GE2015, contests);
        for (NamedCsvRecord row : RealData.rows("elections/by_elections.csv")) {
            LocalDate day = LocalDate.parse(row.getField("by_election_date"));
            if (day.isBefore(GE2015)) {
                add(row, "by-%s-%s".formatted(day, row.getField("ons_id")), day, contests);
            }
        }
        return SeatBook.of(RealData.rows("geography/constituencies_2010_2024.csv").stream()
                .map(row -> new Seat(
                        SeatCode.fromString(row.getField("ons_id")),
                        row.getField("ons_name"),
                        row.getField("ons_region_id"),
                        contests.get(row.getField("ons_id"))))
                .toList());
    }

    private static void general(String electionId, LocalDate day, Map<String, List<Contest>> contests) {
        RealData.rows("elections/" + electionId + "_constituencies.csv")
                .forEach(row -> add(row, electionId, day, contests));
    }

    private static void add(NamedCsvRecord row, String electionId, LocalDate day, Map<String, List<Contest>> contests) {
        BigDecimal valid = new BigDecimal(row.getField("valid_votes"));
        Map<String, BigDecimal> shares = new HashMap<>();
        PARTIES.stream()
                .flatMap(party -> Stream.ofNullable(votes(row, party))
                        .map(votes -> Map.entry(
                                party, votes.multiply(BigDecimal.valueOf(100)).divide(valid, 4, RoundingMode.HALF_UP))))
                .forEach(share -> shares.put(share.getKey(), share.getValue()));
        contests.computeIfAbsent(row.getField("ons_id"), seat -> new ArrayList<>())
                .add(new Contest(electionId, day, shares));
    }

    private static BigDecimal votes(NamedCsvRecord row, String party) {
        String votes = row.findField(party).orElse("");
        return NONE.contains(votes) ? null : new BigDecimal(votes);
    }
}
