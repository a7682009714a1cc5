package uk.hustings.polls.poll.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.hustings.api.id.SeatCode;
import uk.hustings.polls.seatref.domain.Contest;
import uk.hustings.polls.seatref.domain.Party;
import uk.hustings.polls.seatref.domain.Seat;

class SwingTest {

    private static final SeatCode CREWE = SeatCode.fromString("E14000653");
    private static final int VALID_VOTES = 1_000_000;
    private static final LocalDate APRIL = LocalDate.of(2015, 4, 9);

    private final Contest crewe2010 = contest(
            "ge2010",
            LocalDate.of(2010, 5, 6),
            Map.of("con", "45.8461", "lab", "34.0107", "ld", "14.9871", "ukip", "2.7680"));

    private final List<Share> april2015 =
            figures(Map.of("con", "37.9", "lab", "41.6", "ld", "3.9", "green", "1.5", "ukip", "13.7", "other", "1.4"));

    @Test
    void creweSwungFromConservativeToLabourByHalfTheSumOfBothChanges() {
        // ((41.6 − 34.0107) − (37.9 − 45.8461)) / 2
        assertThat(Swing.since(crewe2010, april2015))
                .contains(new Swing("con", "lab", new BigDecimal("7.77"), "ge2010"));
    }

    @Test
    void towardsTheWinnerTheSwingRunsTheOtherWay() {
        assertThat(Swing.since(crewe2010, figures(Map.of("con", "50", "lab", "30", "ukip", "19"))))
                .contains(new Swing("lab", "con", new BigDecimal("4.08"), "ge2010"));
    }

    @Test
    void whoDidNotStandIsNoPartnerHoweverStrongNow() {
        assertThat(Swing.since(crewe2010, figures(Map.of("con", "40", "lab", "25", "green", "34"))))
                .map(Swing::from)
                .contains("lab");
    }

    @Test
    void aPollThatLeavesTheWinnerOutHasNoSwing() {
        assertThat(Swing.since(crewe2010, figures(Map.of("lab", "52", "ukip", "48"))))
                .isEmpty();
    }

    @Test
    void theLatestContestBeforeTheFieldworkEndedIsTheBaseline() {
        Contest byElection =
                contest("by-2014-11-20-E14000653", LocalDate.of(2014, 11, 20), Map.of("con", "40", "lab", "42"));
        Contest later = contest("ge2015", LocalDate.of(2015, 5, 7), Map.of("con", "45", "lab", "37.7"));
        Seat seat = crewe(later, byElection, crewe2010);

        assertThat(swing(Question.CONSTITUENCY, APRIL, seat))
                .map(Swing::baselineElectionId)
                .contains("by-2014-11-20-E14000653");
        assertThat(swing(Question.CONSTITUENCY, LocalDate.of(2014, 11, 20), seat))
                .as("polled on the day itself: not before it")
                .map(Swing::baselineElectionId)
                .contains("ge2010");
    }

    @Test
    void withoutAnEndOfFieldworkOrAPartyQuestionThereIsNoSwing() {
        Seat seat = crewe(crewe2010);

        assertThat(swing(Question.STANDARD, APRIL, seat)).isPresent();
        assertThat(swing(Question.STANDARD, null, seat)).isEmpty();
        assertThat(swing(Question.NAMED_CANDIDATE, APRIL, seat)).isEmpty();
        assertThat(swing(Question.STANDARD, LocalDate.of(2010, 5, 1), seat)).isEmpty();
    }

    private Optional<Swing> swing(Question question, LocalDate end, Seat seat) {
        PollKey key = new PollKey(
                PollKind.POLL, "Lord Ashcroft", null, Population.ADULTS, Area.seat("2010", CREWE), null, end);
        Asked asked = Asked.headline(question, april2015);
        return new Poll(key, PollDetails.UNKNOWN, List.of(asked), List.of()).swing(asked, seat);
    }

    private static Seat crewe(Contest... contests) {
        return new Seat(
                "2010",
                CREWE,
                "Crewe and Nantwich",
                "E12000002",
                "North West",
                "England",
                "Cheshire",
                79_728,
                List.of(contests));
    }

    /** Of a million votes a share in points has four decimals; what is not told went to others. */
    private static Contest contest(String electionId, LocalDate day, Map<String, String> shares) {
        Map<String, Integer> votes = new HashMap<>();
        shares.forEach((party, share) ->
                votes.put(party, new BigDecimal(share).movePointRight(4).intValueExact()));
        int named = votes.values().stream().mapToInt(Integer::intValue).sum();
        votes.put(Party.OTHER, VALID_VOTES - named);
        return new Contest(electionId, day, false, VALID_VOTES, votes, winner(shares));
    }

    private static String winner(Map<String, String> shares) {
        return shares.entrySet().stream()
                .max(Comparator.comparing(share -> new BigDecimal(share.getValue())))
                .orElseThrow()
                .getKey();
    }

    private static List<Share> figures(Map<String, String> shares) {
        return shares.entrySet().stream()
                .map(share -> new Share(share.getKey(), new BigDecimal(share.getValue())))
                .toList();
    }
}
