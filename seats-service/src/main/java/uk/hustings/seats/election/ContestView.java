package uk.hustings.seats.election;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.election.domain.Candidacy;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.facts.domain.Facts;

/** One seat's result in one election, as the API shows it. */
@Schema(name = "Contest")
public record ContestView(
        @Schema(examples = "ge2010") String electionId,
        SeatCode seatCode,
        @Schema(examples = "2010") String boundarySet,
        @Schema(examples = "Crewe and Nantwich") String seatName,

        @Schema(description = "actual, or notional: estimated for these boundaries", examples = "actual")
        String basis,

        @Schema(description = "Of this seat; one whose poll was put off votes later", examples = "2010-05-06")
        LocalDate pollingDay,

        @Schema(nullable = true, description = "On the day; null if not known", examples = "79728")
        Integer electorate,

        @Schema(examples = "51084") int validVotes,
        @Schema(nullable = true, examples = "49") Integer invalidVotes,

        @Schema(nullable = true, description = "Valid votes in points of the electorate", examples = "64.0728")
        Double turnoutPct,

        @Schema(examples = "con") String winner,

        @Schema(description = "Votes of the first over the second", examples = "6046")
        int majorityVotes,

        @Schema(description = "The majority in points of the valid votes", examples = "11.8354")
        double majorityPct,

        @Schema(description = "Whoever had most votes first")
        List<CandidateView> candidates) {

    /** A candidate's result as the API shows it. */
    @Schema(name = "Candidate")
    public record CandidateView(
            @Schema(description = "Code; other for parties without one", examples = "con")
            String party,

            @Schema(description = "As on the ballot paper", examples = "Conservative")
            String partyName,

            @Schema(nullable = true, description = "Null in a notional result", examples = "Edward Timpson")
            String name,

            @Schema(examples = "23420") int votes,

            @Schema(description = "Points of the valid votes", examples = "45.8461")
            double sharePct,

            @Schema(examples = "1") int rank,

            @Schema(description = "Whether the lot fell on this one of those with most votes", examples = "false")
            boolean byLot) {

        static CandidateView of(Candidacy candidacy, Contest contest, int rank) {
            return new CandidateView(
                    candidacy.party(),
                    candidacy.partyName(),
                    candidacy.name(),
                    candidacy.votes(),
                    contest.pct(candidacy.votes()),
                    rank,
                    candidacy.byLot());
        }
    }

    public static ContestView of(Contest contest, Facts facts) {
        return new ContestView(
                contest.electionId(),
                contest.seatCode(),
                contest.seat().boundarySet(),
                facts.seatOf(contest).name(),
                facts.electionOf(contest).basis().code(),
                contest.pollingDay(),
                contest.electorate(),
                contest.validVotes(),
                contest.invalidVotes(),
                contest.turnoutPct(),
                contest.winner(),
                contest.majorityVotes(),
                contest.majorityPct(),
                IntStream.range(0, contest.candidacies().size())
                        .mapToObj(i -> CandidateView.of(contest.candidacies().get(i), contest, i + 1))
                        .toList());
    }
}
