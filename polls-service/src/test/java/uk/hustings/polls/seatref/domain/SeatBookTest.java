package uk.hustings.polls.seatref.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.hustings.polls.real.RealResults.BOUNDARIES_2010;
import static uk.hustings.polls.real.RealResults.BOUNDARIES_2024;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.hustings.api.id.SeatCode;
import uk.hustings.polls.real.RealResults;

/** Which seat is meant, and with what it is compared. */
class SeatBookTest {

    private static final LocalDate DEMO_DAY = LocalDate.of(2015, 4, 14);
    private static final LocalDate ELECTION_2024 = LocalDate.of(2024, 7, 4);
    private static final SeatCode CORBY = new SeatCode("E14000648");
    private static final SeatCode HALL_GREEN_AND_MOSELEY = new SeatCode("E14001094");

    private final SeatBook book = RealResults.seats();

    @ParameterizedTest
    @CsvSource({
        "2001-01-01, 2010",
        "2010-05-06, 2010",
        "2015-04-14, 2010",
        "2024-07-03, 2010",
        "2024-07-04, 2024",
        "2030-01-01, 2024"
    })
    void oneBoundarySetIsInForceOnEachDayAndBeforeAnyTheFirst(LocalDate day, String set) {
        assertThat(book.setOn(day)).map(BoundarySet::code).contains(set);
    }

    @ParameterizedTest
    @ValueSource(strings = {"S14000021", "S14000027", "S14000045", "S14000048", "S14000051"})
    void fiveScottishCodesMeanTheSeatOfTheSetInForce(SeatCode code) {
        assertThat(book.find(code, DEMO_DAY)).isEqualTo(book.find(BOUNDARIES_2010, code));
        assertThat(book.find(code, ELECTION_2024)).isEqualTo(book.find(BOUNDARIES_2024, code));
        assertThat(book.find(BOUNDARIES_2010, code)).isPresent().isNotEqualTo(book.find(BOUNDARIES_2024, code));
        assertThat(book.regionOf(code)).contains("S92000003");
    }

    @Test
    void noOtherCodeStandsInBothSets() {
        assertThat(book.seats(BOUNDARIES_2010))
                .map(Seat::code)
                .filteredOn(code -> book.find(BOUNDARIES_2024, code).isPresent())
                .hasSize(5);
    }

    @Test
    void aCodeOfOneSetMeansItsSeatOnAnyDay() {
        assertThat(book.find(HALL_GREEN_AND_MOSELEY, DEMO_DAY))
                .map(Seat::name)
                .contains("Birmingham Hall Green and Moseley");
        assertThat(book.find(CORBY, ELECTION_2024)).map(Seat::boundarySet).contains("2010");
        assertThat(book.find(new SeatCode("E14009999"), DEMO_DAY)).isEmpty();
    }

    @Test
    void seatsStandInOrderOfCode() {
        assertThat(book.seats(BOUNDARIES_2010)).hasSize(650).map(Seat::code).isSorted();
        assertThat(book.seats(BOUNDARIES_2024)).hasSize(650).map(Seat::code).isSorted();
        assertThat(book.seats("2050")).isEmpty();
        assertThat(book.codesOfRegion(BOUNDARIES_2010, "E12000009")).hasSize(55).isSorted();
        assertThat(book.codesOfRegion(BOUNDARIES_2024, "E12000009")).hasSize(58);
        assertThat(book.codesOfRegion(BOUNDARIES_2010, "E12009999")).isEmpty();
    }

    @Test
    void aCodeThatSetsPutIntoDifferentRegionsIsInNone() {
        SeatBook moved = invented(
                List.of(seat("old", "X00000001", "R1"), seat("new", "X00000001", "R2"), seat("new", "X00000002", "R2")),
                List.of());

        assertThat(moved.regionOf(new SeatCode("X00000001"))).isEmpty();
        assertThat(moved.regionOf(new SeatCode("X00000002"))).contains("R2");
        assertThat(moved.regionOf(new SeatCode("X00000003"))).isEmpty();
    }

    @Test
    void withoutAnyElectionTheFirstSetByCodeCounts() {
        SeatBook unvoted = invented(List.of(seat("new", "X00000001", "R1"), seat("old", "X00000001", "R1")), List.of());

        assertThat(unvoted.setOn(DEMO_DAY)).contains(new BoundarySet("new", null, null));
        assertThat(new SeatBook(List.of(), List.of(), List.of(), List.of()).setOn(DEMO_DAY))
                .isEmpty();
    }

    @Test
    void oneSetDoesNotHaveOneCodeTwice() {
        List<Seat> twice = List.of(seat("old", "X00000001", "R1"), seat("old", "X00000001", "R2"));

        assertThatThrownBy(() -> invented(twice, List.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPartyContinuesItselfAndWhatItCameOutOf() {
        assertThat(book.continues("reform", "brexit")).isTrue();
        assertThat(book.continues("brexit", "reform")).isFalse();
        assertThat(book.continues("reform", "ukip")).isFalse();
        assertThat(book.continues("con", "con")).isTrue();

        SeatBook merged = invented(
                List.of(),
                List.of(
                        new Party("ldp", "", List.of("lib", "sdp")),
                        new Party("lib", "", List.of("whig")),
                        new Party("sdp", "", List.of("ldp"))));
        assertThat(merged.continues("ldp", "whig")).isTrue();
        assertThat(merged.continues("sdp", "whig")).as("a circle does no harm").isTrue();
        assertThat(merged.continues("ldp", "con")).isFalse();
    }

    @Test
    void generalElectionsOfASetAreThoseHeldOnItAndTheNotionalOne() {
        assertThat(book.generalElections(BOUNDARIES_2010))
                .map(Election::id)
                .containsExactly("ge2005-notional-2010", "ge2010", "ge2015", "ge2017", "ge2019");
        assertThat(book.generalElections(BOUNDARIES_2024))
                .map(Election::id)
                .containsExactly("ge2019-notional-2024", "ge2024");
        assertThat(book.elections()).hasSize(7 + 59).map(Election::pollingDay).isSorted();
    }

    @ParameterizedTest
    @CsvSource({
        "2010, 2010-05-06, ge2005-notional-2010",
        "2010, 2015-05-07, ge2010",
        "2010, 2017-06-08, ge2015",
        "2010, 2019-12-12, ge2017",
        "2024, 2024-07-04, ge2019-notional-2024",
        "2024, 2029-05-03, ge2024"
    })
    void aGeneralElectionIsComparedWithTheOneBeforeOnTheSameBoundaries(String set, LocalDate day, String baseline) {
        assertThat(book.baselineElection(set, day)).map(Election::id).contains(baseline);
        assertThat(book.seats(set)).allSatisfy(seat -> assertThat(book.baseline(seat, day))
                .map(Contest::electionId)
                .contains(baseline));
    }

    @Test
    void beforeTheFirstKnownElectionThereIsNothingToCompareWith() {
        assertThat(book.baselineElection(BOUNDARIES_2010, LocalDate.of(2005, 5, 5)))
                .isEmpty();
        assertThat(book.baselineElection("2050", DEMO_DAY)).isEmpty();
    }

    @Test
    void aSwingIsMeasuredFromVotesThatWereCastByElectionsIncluded() {
        Seat corby = book.find(BOUNDARIES_2010, CORBY).orElseThrow();

        assertThat(corby.latestContestBefore(DEMO_DAY)).map(Contest::electionId).contains("by-2012-11-15-E14000648");
        assertThat(corby.latestContestBefore(LocalDate.of(2012, 11, 15)))
                .map(Contest::electionId)
                .contains("ge2010");
        assertThat(corby.latestContestBefore(LocalDate.of(2010, 5, 6)))
                .as("the notional result of 2005")
                .isEmpty();
        assertThat(book.find(BOUNDARIES_2024, HALL_GREEN_AND_MOSELEY)
                        .orElseThrow()
                        .latestContestBefore(ELECTION_2024))
                .isEmpty();
    }

    private static SeatBook invented(List<Seat> seats, List<Party> parties) {
        return new SeatBook(
                seats.stream()
                        .map(Seat::boundarySet)
                        .distinct()
                        .map(set -> new BoundarySet(set, null, null))
                        .toList(),
                parties,
                List.of(),
                seats);
    }

    private static Seat seat(String set, String code, String region) {
        return new Seat(set, new SeatCode(code), code, region, region, "Nowhere", null, 70_000, List.of());
    }
}
