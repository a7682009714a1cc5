package uk.hustings.seats.election;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.problem.FieldError;
import uk.hustings.seats.election.domain.Declaration;
import uk.hustings.seats.election.domain.Texts;
import uk.hustings.seats.party.domain.Party;

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

        @Schema(
                nullable = true,
                description = "actual, unless given, or notional: estimated for boundaries on which nobody voted",
                examples = "actual")
        String basis,

        @Schema(
                nullable = true,
                description = "Where the results are taken from",
                examples = "House of Commons Library")
        String source,

        @Schema(nullable = true, description = "When a by-election was ordered", examples = "2012-10-23")
        LocalDate writDay,

        @Schema(
                nullable = true,
                description = "Parties that come with the election; those that are known may be among them")
        List<PartyReturn> parties,

        @Schema(
                nullable = true,
                description = "Why results that differ from what is recorded replace it; without it they are refused",
                examples = "Recount of 9 May")
        String correction,

        List<ContestReturn> contests) {

    @Schema(
            name = "PartyReturn",
            requiredProperties = {"code", "name", "colour"})
    record PartyReturn(
            @Schema(examples = "tig") String code,
            @Schema(examples = "Change UK") String name,
            @Schema(examples = "#222221") String colour,

            @Schema(nullable = true, description = "Codes of the parties that it continues", examples = "[]")
            List<String> lineage) {}

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
            requiredProperties = {"party", "partyName", "votes"})
    record CandidateReturn(
            @Schema(description = "Code; other for parties without one", examples = "lab")
            String party,

            @Schema(description = "As on the ballot paper", examples = "Labour and Co-operative")
            String partyName,

            @Schema(nullable = true, description = "Null only in a notional result", examples = "Andrew Sawford")
            String name,

            @Schema(examples = "17267") Integer votes,

            @Schema(nullable = true, description = "True where several have most votes and the lot fell on this one")
            Boolean elected) {

        private static Declaration.Candidate candidate(CandidateReturn candidate) {
            return candidate == null
                    ? null
                    : new Declaration.Candidate(
                            candidate.party, candidate.partyName, candidate.name, candidate.votes, candidate.elected);
        }
    }

    /** @param sent null if the body was empty */
    static Submission submission(ElectionReturn sent) {
        return new Submission(
                declaration(sent),
                sent == null || sent.parties == null ? Map.of() : parties(sent.parties),
                fault -> FieldError.at(fault.pointer(), fault.detail()));
    }

    private static Declaration declaration(ElectionReturn sent) {
        if (sent == null) {
            return new Declaration(null, null, null, null, null, null, null, null, null);
        }
        return new Declaration(
                sent.electionId,
                Texts.stripped(sent.name),
                sent.kind,
                sent.pollingDay,
                sent.boundarySet,
                sent.basis,
                Texts.stripped(sent.source),
                sent.writDay,
                sent.contests == null
                        ? null
                        : sent.contests.stream().map(ContestReturn::count).toList());
    }

    private static Map<String, Party> parties(List<PartyReturn> sent) {
        Map<String, Party> parties = new LinkedHashMap<>();
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            String pointer = "/parties/" + i;
            PartyReturn party = sent.get(i);
            if (party == null) {
                faults.add(FieldError.at(pointer, "must not be null"));
                continue;
            }
            int before = faults.size();
            require(
                    Party.isCode(party.code),
                    faults,
                    pointer + "/code",
                    "must be lower-case letters, digits and hyphens");
            require(Texts.isLine(party.name), faults, pointer + "/name", Texts.EXPECTED);
            require(
                    party.lineage == null || party.lineage.stream().allMatch(Party::isCode),
                    faults,
                    pointer + "/lineage",
                    "must be codes of parties");
            require(Party.isColour(party.colour), faults, pointer + "/colour", "must be # and six hexadecimal digits");
            require(!parties.containsKey(party.code), faults, pointer + "/code", "stands in this list already");
            if (faults.size() == before) {
                List<String> lineage = party.lineage == null ? List.of() : party.lineage;
                parties.put(party.code, new Party(party.code, party.name.strip(), party.colour, lineage));
            }
        }
        Faults.refuseAny(faults);
        return parties;
    }

    private static void require(boolean so, List<FieldError> faults, String pointer, String otherwise) {
        if (!so) {
            faults.add(FieldError.at(pointer, otherwise));
        }
    }
}
