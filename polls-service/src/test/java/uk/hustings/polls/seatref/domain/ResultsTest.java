package uk.hustings.polls.seatref.domain;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static uk.hustings.polls.real.RealResults.BOUNDARIES_2010;
import static uk.hustings.polls.real.RealResults.BOUNDARIES_2024;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.hustings.api.id.SeatCode;
import uk.hustings.polls.real.RealResults;

/** What seats and areas are known to have voted. */
class ResultsTest {

    private final SeatBook book = RealResults.seats();

    @ParameterizedTest
    @CsvSource({
        "ge2010, con, 36.9",
        "ge2010, lab, 29.7",
        "ge2010, ld, 23.6",
        // The Speaker apart, whom others count for his party.
        "ge2015, con, 37.7",
        "ge2015, spk, 0.1",
        "ge2015, lab, 31.2",
        "ge2015, ukip, 12.9",
        "ge2024, lab, 34.6",
        "ge2024, con, 24.4",
        "ge2024, reform, 14.7"
    })
    void greatBritainVotedAsIsKnown(String election, String party, BigDecimal pct) {
        assertThat(book.resultOfGreatBritain(election).orElseThrow().pctOf(party))
                .map(share -> share.setScale(1, RoundingMode.HALF_UP))
                .contains(pct);
    }

    @Test
    void theNotionalResultGivesGreatBritainWhatItVoted() {
        AreaResult cast = book.resultOfGreatBritain("ge2019").orElseThrow();
        AreaResult estimated = book.resultOfGreatBritain("ge2019-notional-2024").orElseThrow();

        for (String party : List.of("con", "lab", "ld", "snp", "green", "brexit")) {
            assertThat(estimated.pctOf(party).orElseThrow())
                    .isCloseTo(cast.pctOf(party).orElseThrow(), within(new BigDecimal("0.1")));
        }
    }

    @Test
    void northernIrelandIsNotInGreatBritain() {
        AreaResult result = book.resultOfGreatBritain("ge2010").orElseThrow();

        assertThat(result.seats()).isEqualTo(632);
        assertThat(result.votes()).doesNotContainKeys("dup", "sf", "sdlp", "uup", "apni");
        assertThat(book.resultOfCountry("ge2010", "Northern Ireland"))
                .map(AreaResult::seats)
                .contains(18);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ge2005-notional-2010", "ge2010", "ge2015", "ge2017", "ge2019", "ge2019-notional-2024", "ge2024"
            })
    void countriesAndRegionsAddUp(String election) {
        AreaResult britain = book.resultOfGreatBritain(election).orElseThrow();
        List<AreaResult> countries = Stream.of("England", "Scotland", "Wales")
                .map(country -> book.resultOfCountry(election, country).orElseThrow())
                .toList();
        List<AreaResult> regions = Stream.of(
                        "E12000001",
                        "E12000002",
                        "E12000003",
                        "E12000004",
                        "E12000005",
                        "E12000006",
                        "E12000007",
                        "E12000008",
                        "E12000009",
                        "S92000003",
                        "W92000004")
                .map(region -> book.resultOfRegion(election, region).orElseThrow())
                .toList();

        assertThat(sum(countries)).isEqualTo(britain.validVotes());
        assertThat(sum(regions)).isEqualTo(britain.validVotes());
        assertThat(regions.stream().mapToInt(AreaResult::seats).sum()).isEqualTo(632);
    }

    @Test
    void scotlandOf2015VotedForTheNationalists() {
        assertThat(book.resultOfCountry("ge2015", "Scotland").orElseThrow().pctOf("snp"))
                .map(share -> share.setScale(1, RoundingMode.HALF_UP))
                .contains(new BigDecimal("50.0"));
    }

    @Test
    void whatIsNotKnownHasNoResult() {
        assertThat(book.resultOfGreatBritain("ge1945")).isEmpty();
        assertThat(book.resultOfCountry("ge2010", "Atlantis")).isEmpty();
        assertThat(book.resultOfCountry("by-2012-11-15-E14000648", "Scotland")).isEmpty();
        assertThat(book.resultOfRegion("ge2010", "E12009999")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ge2005-notional-2010, con, 210",
        "ge2005-notional-2010, lab, 348",
        "ge2005-notional-2010, ld, 62",
        "ge2010, con, 306",
        "ge2010, lab, 258",
        "ge2010, ld, 57",
        "ge2010, snp, 6",
        "ge2010, spk, 1",
        "ge2015, con, 330",
        "ge2015, lab, 232",
        "ge2015, snp, 56",
        "ge2015, ukip, 1",
        "ge2017, con, 317",
        "ge2017, lab, 262",
        "ge2019, con, 365",
        "ge2019, lab, 202",
        "ge2019-notional-2024, con, 372",
        "ge2019-notional-2024, lab, 200",
        "ge2024, lab, 411",
        "ge2024, con, 121",
        "ge2024, ld, 72"
    })
    void partiesWonSoManySeats(String election, String party, long seats) {
        String set = book.election(election).orElseThrow().boundarySet();
        Map<String, Long> won = book.seats(set).stream()
                .map(seat -> seat.contestOf(election).orElseThrow())
                .flatMap(contest -> contest.winner().stream())
                .collect(groupingBy(winner -> winner, counting()));

        assertThat(won).containsEntry(party, seats);
    }

    @Test
    void otherIsNeverAWinner() {
        Contest contest =
                new Contest("ge2010", LocalDate.of(2010, 5, 6), false, 10, Map.of("other", 6, "con", 4), "other");

        assertThat(contest.winner()).isEmpty();
        assertThat(Stream.of(BOUNDARIES_2010, BOUNDARIES_2024).flatMap(set -> book.seats(set).stream()))
                .flatExtracting(Seat::contests)
                .hasSize(7 * 650 + 59)
                .allSatisfy(won -> assertThat(won.winner()).isPresent());
    }

    @Test
    void whoTogetherHaveMoreVotesHaveNotWon() {
        Contest fermanagh = book.find(BOUNDARIES_2010, new SeatCode("N06000007"))
                .flatMap(seat -> seat.contestOf("ge2010"))
                .orElseThrow();

        assertThat(fermanagh.votes().get("ind")).isGreaterThan(fermanagh.votes().get("sf"));
        assertThat(fermanagh.winner()).contains("sf");
    }

    @Test
    void sharesArePointsOfTheValidVotesAndOtherStandsApart() {
        Contest corby = book.find(BOUNDARIES_2010, new SeatCode("E14000648"))
                .flatMap(seat -> seat.contestOf("ge2010"))
                .orElseThrow();

        assertThat(corby.notional()).isFalse();
        assertThat(corby.validVotes()).isEqualTo(54_236);
        assertThat(corby.votes()).isEqualTo(Map.of("con", 22_886, "lab", 20_991, "ld", 7_834, "other", 2_525));
        assertThat(corby.sharesPct())
                .isEqualTo(Map.of(
                        "con", new BigDecimal("42.1971"),
                        "lab", new BigDecimal("38.7031"),
                        "ld", new BigDecimal("14.4443")));
        assertThat(corby.otherPct()).contains(new BigDecimal("4.6556"));
        assertThat(corby.pctOf("green")).isEmpty();
    }

    private static int sum(List<AreaResult> areas) {
        return areas.stream().mapToInt(AreaResult::validVotes).sum();
    }
}
