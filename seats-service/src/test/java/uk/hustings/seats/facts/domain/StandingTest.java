package uk.hustings.seats.facts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.hustings.seats.Invented;
import uk.hustings.seats.election.domain.Basis;
import uk.hustings.seats.seat.domain.HolderEvent;
import uk.hustings.seats.seat.domain.Seat;
import uk.hustings.seats.seat.domain.SeatKey;

/** Who holds a seat when. */
class StandingTest {

    private static final LocalDate GENERAL = LocalDate.of(2001, 6, 7);
    private static final LocalDate DEFECTION = LocalDate.of(2002, 1, 10);
    private static final LocalDate VACANCY = LocalDate.of(2002, 3, 1);
    private static final LocalDate BY_ELECTION = LocalDate.of(2002, 4, 4);
    private static final LocalDate NEW_BOUNDARIES = LocalDate.of(2005, 5, 5);
    private static final SeatKey SEAT = Invented.key("old", 0);

    private final Facts facts = new Invented(1)
            .withSeats("old", 3)
            .withSeats("new", 3)
            .withElection("ge2001", GENERAL, "old", Basis.ACTUAL)
            .withElection("ge2001-notional-new", GENERAL, "new", Basis.NOTIONAL)
            .withEvent(SEAT, DEFECTION, HolderEvent.Kind.DEFECTION, "dun")
            .withEvent(SEAT, VACANCY, HolderEvent.Kind.VACANCY, null)
            .withByElection(SEAT, BY_ELECTION, 100, 300, 200)
            .withElection("ge2005", NEW_BOUNDARIES, "new", Basis.ACTUAL)
            .facts();

    @Test
    void aSeatIsHeldByWhoWonUntilTheDayOfTheDefection() {
        Standing standing = on(DEFECTION.minusDays(1));

        assertThat(standing.holder()).isEqualTo(standing.latest().winner());
        assertThat(standing.by()).isEqualTo(Standing.By.ELECTION);
        assertThat(standing.since()).isEqualTo(GENERAL);
    }

    @Test
    void aDefectorTakesTheSeatAlongButNotTheResult() {
        Standing standing = on(DEFECTION);

        assertThat(standing.holder()).isEqualTo("dun");
        assertThat(standing.by()).isEqualTo(Standing.By.DEFECTION);
        assertThat(standing.latest().electionId()).isEqualTo("ge2001");
    }

    @Test
    void nobodyHoldsAVacantSeatUntilTheByElection() {
        assertThat(on(VACANCY).holder()).isNull();
        assertThat(on(VACANCY).by()).isEqualTo(Standing.By.VACANCY);
        assertThat(on(BY_ELECTION.minusDays(1)).holder()).isNull();
        assertThat(on(BY_ELECTION).holder()).isEqualTo("blue");
        assertThat(on(BY_ELECTION).by()).isEqualTo(Standing.By.ELECTION);
    }

    @Test
    void aSeatStandsAfterItsBoundariesAsOnTheirLastDay() {
        assertThat(on(LocalDate.of(2020, 1, 1))).isEqualTo(on(NEW_BOUNDARIES.minusDays(1)));
    }

    @Test
    void beforeAnElectionInNewBoundariesTheNotionalResultTellsWhoWouldHoldTheSeat() {
        Seat seat = facts.seat(Invented.key("new", 0)).orElseThrow();

        assertThat(facts.standing(seat, GENERAL.minusDays(1)).by()).isNull();
        assertThat(facts.standing(seat, NEW_BOUNDARIES.minusDays(1)).by()).isEqualTo(Standing.By.NOTIONAL);
        assertThat(facts.standing(seat, NEW_BOUNDARIES.minusDays(1)).latest().electionId())
                .isEqualTo("ge2001-notional-new");
        assertThat(facts.standing(seat, NEW_BOUNDARIES).by()).isEqualTo(Standing.By.ELECTION);
    }

    @Test
    void aBoundarySetIsInForceFromItsFirstElectionToTheEveOfTheNextSets() {
        assertThat(facts.boundarySets())
                .containsExactly(
                        new BoundarySet("old", GENERAL, NEW_BOUNDARIES.minusDays(1), 3),
                        new BoundarySet("new", NEW_BOUNDARIES, null, 3));
        assertThat(facts.boundarySetOn(NEW_BOUNDARIES.minusDays(1))
                        .orElseThrow()
                        .code())
                .isEqualTo("old");
        assertThat(facts.boundarySetOn(NEW_BOUNDARIES).orElseThrow().code()).isEqualTo("new");
        assertThat(facts.boundarySetOn(LocalDate.of(1990, 1, 1)).orElseThrow().code())
                .isEqualTo("old");
    }

    @Test
    void aCodeMayStandInTwoBoundarySets() {
        assertThat(facts.seats(SEAT.code())).extracting(Seat::boundarySet).containsExactly("old", "new");
    }

    private Standing on(LocalDate day) {
        return facts.standing(facts.seat(SEAT).orElseThrow(), day);
    }
}
