package uk.hustings.seats.election.domain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.hustings.seats.RealData;
import uk.hustings.seats.RealElections;
import uk.hustings.seats.election.domain.Declaration.Candidate;
import uk.hustings.seats.election.domain.Declaration.Count;
import uk.hustings.seats.seat.domain.Seat;

class ScrutinyTest {

    private static final LocalDate DAY = LocalDate.of(2012, 11, 15);
    private static final LocalDate TODAY = LocalDate.of(2020, 1, 1);
    private static final Set<String> SEATS = Set.of("E14000648", "E14000653");
    private static final Set<String> PARTIES = Set.of("con", "lab", "other");
    private static final Candidate SAWFORD = new Candidate("lab", "Labour", "Andrew Sawford", 17267, null);
    private static final Candidate EMMETT = new Candidate("con", "Conservative", "Christine Emmett", 9476, null);

    @Test
    void theRealResultsFrom2005To2024AreBelieved() {
        Map<String, Set<String>> codes = RealData.seats().stream()
                .collect(groupingBy(
                        Seat::boundarySet, mapping(seat -> seat.code().value(), toSet())));

        assertThat(RealElections.all()).hasSize(66).allSatisfy(election -> assertThat(Scrutiny.faults(
                        election, codes.get(election.boundarySet()), RealData.partyCodes(), LocalDate.of(2024, 7, 5)))
                .isEmpty());
    }

    @Test
    void votesMustAddUp() {
        assertThat(faults(count(26744, SAWFORD, EMMETT)))
                .containsExactly(new Fault(
                        "/contests/0/validVotes", "must be the sum of the candidates' votes, 26743, was 26744"));
    }

    @Test
    void asManyMayVoteAsAreRegisteredAndNotOneMore() {
        assertThat(faults(count(79878, candidate("lab", 79878), candidate("con", 0))))
                .isEmpty();
        assertThat(faults(count(79879, candidate("lab", 79879), candidate("con", 0))))
                .containsExactly(new Fault("/contests/0/validVotes", "must not be more than the electorate"));
    }

    @Test
    void twoFirstsAreNoWinner() {
        assertThat(faults(count(200, candidate("lab", 100), candidate("con", 100))))
                .containsExactly(new Fault(
                        "/contests/0/candidates",
                        "must have one winner; 2 have 100 votes, so say on whom the lot fell: elected true"));
    }

    @Test
    void theBucketOfAllOthersWinsNothing() {
        assertThat(faults(count(201, candidate("other", 101), candidate("con", 100))))
                .singleElement()
                .extracting(Fault::pointer)
                .isEqualTo("/contests/0/candidates");
    }

    @Test
    void negativeVotesAndUnknownPartiesAreNamedByTheirPlace() {
        assertThat(faults(count(99, candidate("labour", 100), candidate("con", -1))))
                .extracting(Fault::pointer)
                .containsExactly("/contests/0/candidates/0/party", "/contests/0/candidates/1/votes");
    }

    @Test
    void anUnknownSeatAndASeatThatStandsTwiceAreNamed() {
        Declaration declaration = new Declaration(
                "ge2012",
                "General election",
                "general",
                DAY,
                "2010",
                null,
                null,
                null,
                List.of(
                        new Count("E14000648", null, null, 26743, null, List.of(SAWFORD, EMMETT)),
                        new Count("E14000648", null, null, 26743, null, List.of(SAWFORD, EMMETT)),
                        new Count("X14000648", null, null, 26743, null, List.of(SAWFORD, EMMETT))));

        assertThat(Scrutiny.faults(declaration, SEATS, PARTIES, TODAY))
                .extracting(Fault::pointer)
                .containsExactly("/contests/1/seatCode", "/contests/2/seatCode");
    }

    @Test
    void theIdSaysWhatWasHeldWhenAndWhere() {
        Declaration declaration = new Declaration(
                "corby2012",
                "Corby by-election",
                "by-election",
                DAY,
                "2010",
                null,
                null,
                null,
                List.of(count(26743, SAWFORD, EMMETT)));

        assertThat(Scrutiny.faults(declaration, SEATS, PARTIES, TODAY))
                .containsExactly(new Fault("/electionId", "must be by-2012-11-15-E14000648"));
    }

    @Test
    void nothingIsDeclaredBeforeItWasPolled() {
        assertThat(Scrutiny.faults(corby(count(26743, SAWFORD, EMMETT)), SEATS, PARTIES, DAY.minusDays(1)))
                .extracting(Fault::pointer)
                .containsExactly("/pollingDay");
    }

    @Test
    void anEmptyDeclarationIsNothingButFaults() {
        assertThat(Scrutiny.faults(
                        new Declaration(null, null, null, null, null, null, null, null, null), SEATS, PARTIES, TODAY))
                .extracting(Fault::pointer)
                .containsExactly("/name", "/pollingDay", "/kind", "/boundarySet", "/electionId", "/contests");
    }

    private static List<Fault> faults(Count count) {
        return Scrutiny.faults(corby(count), SEATS, PARTIES, TODAY);
    }

    private static Declaration corby(Count count) {
        return new Declaration(
                "by-2012-11-15-E14000648",
                "Corby by-election",
                "by-election",
                DAY,
                "2010",
                null,
                null,
                null,
                List.of(count));
    }

    private static Count count(int validVotes, Candidate... candidates) {
        return new Count("E14000648", null, 79878, validVotes, 110, List.of(candidates));
    }

    private static Candidate candidate(String party, int votes) {
        return new Candidate(party, party, "Somebody of " + party, votes, null);
    }
}
