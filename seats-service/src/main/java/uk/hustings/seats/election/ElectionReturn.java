package uk.hustings.seats.election;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.seats.election.domain.Declaration;

/** An election's results as a caller sends them. What is wrong with them is the domain's to say, all of it at once. */
@Schema(
        name = "ElectionReturn",
        requiredProperties = {"electionId", "name", "kind", "pollingDay", "boundarySet", "contests"})
record ElectionReturn(
        @Schema(
                description = "ge and the year, or by-, the polling day and the seat's code",
                examples = "by-2012-11-15-E14000648")
        String electionId,

        @Schema(examples = "Corby by-election 2012") String name,

        @Schema(description = "general or by-election", examples = "by-election")
        String kind,

        @Schema(examples = "2012-11-15") LocalDate pollingDay,
        @Schema(examples = "2010") String boundarySet,
        List<ContestReturn> contests) {

    @Schema(
            name = "ContestReturn",
            requiredProperties = {"seatCode", "validVotes", "candidates"})
    record ContestReturn(
            @Schema(examples = "E14000648") String seatCode,

            @Schema(nullable = true, description = "Of this seat; null for the election's", examples = "2012-11-15")
            LocalDate pollingDay,

            @Schema(nullable = true, examples = "79878") Integer electorate,

            @Schema(description = "The sum of the candidates' votes", examples = "35665")
            Integer validVotes,

            @Schema(nullable = true, examples = "110") Integer invalidVotes,
            List<CandidateReturn> candidates) {

        private static Declaration.Count count(ContestReturn contest) {
            return contest == null
                    ? null
                    : new Declaration.Count(
                            contest.seatCode,
                            contest.pollingDay,
                            contest.electorate,
                            contest.validVotes,
                            contest.invalidVotes,
                            contest.candidates == null
                                    ? null
                                    : contest.candidates.stream()
                                            .map(CandidateReturn::candidate)
                                            .toList());
        }
    }

    @Schema(
            name = "CandidateReturn",
            requiredProperties = {"party", "partyName", "name", "votes"})
    record CandidateReturn(
            @Schema(description = "Code; other for parties without one", examples = "lab")
            String party,

            @Schema(description = "As on the ballot paper", examples = "Labour and Co-operative")
            String partyName,

            @Schema(examples = "Andrew Sawford") String name,
            @Schema(examples = "17267") Integer votes) {

        private static Declaration.Candidate candidate(CandidateReturn candidate) {
            return candidate == null
                    ? null
                    : new Declaration.Candidate(candidate.party, candidate.partyName, candidate.name, candidate.votes);
        }
    }

    /** @param sent null if the body was empty */
    static Declaration declaration(ElectionReturn sent) {
        if (sent == null) {
            return new Declaration(null, null, null, null, null, null);
        }
        return new Declaration(
                sent.electionId,
                sent.name,
                sent.kind,
                sent.pollingDay,
                sent.boundarySet,
                sent.contests == null
                        ? null
                        : sent.contests.stream().map(ContestReturn::count).toList());
    }
}
