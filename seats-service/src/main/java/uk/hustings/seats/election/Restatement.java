package uk.hustings.seats.election;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.intake.ImportReceipt;
import uk.hustings.seats.election.Elections.Statement;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.facts.Addition;

/**
 * An election's results as they came, held against those that are recorded.
 *
 * @param added what is to be written, each under the revision that it becomes
 * @param unchanged how many stood there already with the same content
 * @param corrected which of {@code added} replace another
 */
record Restatement(Map<Contest, Revision> added, int unchanged, List<Contest> corrected) {

    private static final Map<String, Function<Contest, ?>> FIELDS = fields();

    /**
     * @param recorded every statement by seat, the one that counts last
     * @param correction null if nothing may be replaced
     * @throws uk.hustings.api.problem.Problem ALREADY_RECORDED if a result differs and there is no {@code correction}
     */
    static Restatement of(
            Submission submission, Map<SeatCode, List<Statement>> recorded, String correction, String recordedBy) {
        Map<SeatCode, Contest> sent = new LinkedHashMap<>();
        submission.declaration().contests().forEach(contest -> sent.put(contest.seatCode(), contest));
        Map<SeatCode, Contest> standing = new HashMap<>();
        recorded.forEach(
                (seat, statements) -> standing.put(seat, last(statements).contest()));
        List<Contest> corrected = correction == null
                ? List.of()
                : sent.values().stream()
                        .filter(contest -> standing.containsKey(contest.seatCode())
                                && !standing.get(contest.seatCode()).equals(contest))
                        .toList();
        List<SeatCode> order = List.copyOf(sent.keySet());
        corrected.forEach(contest -> sent.remove(contest.seatCode()));
        Addition<Contest> addition = Addition.of(
                sent,
                standing,
                FIELDS,
                (seat, field, detail) ->
                        submission.errorAt("/contests/%d/%s".formatted(order.indexOf(seat), field), detail));
        Map<Contest, Revision> added = new LinkedHashMap<>();
        addition.created().forEach(contest -> added.put(contest, new Revision(1, recordedBy, null)));
        corrected.forEach(contest -> added.put(
                contest,
                new Revision(last(recorded.get(contest.seatCode())).revision().number() + 1, recordedBy, correction)));
        return new Restatement(added, addition.unchanged(), corrected);
    }

    /**
     * The receipt of several elections.
     *
     * @param newParties how many parties came with them that were not recorded yet
     */
    static ImportReceipt receipt(List<Restatement> restatements, int newParties) {
        int created = newParties;
        int unchanged = 0;
        List<String> warnings = new ArrayList<>();
        for (Restatement restatement : restatements) {
            created += restatement.added.size();
            unchanged += restatement.unchanged;
            restatement.corrected.forEach(contest -> warnings.add("%s in %s: revision %d replaces what was recorded"
                    .formatted(
                            contest.seatCode(),
                            contest.electionId(),
                            restatement.added.get(contest).number())));
        }
        return new ImportReceipt(created, unchanged, warnings);
    }

    private static Statement last(List<Statement> statements) {
        return statements.get(statements.size() - 1);
    }

    private static Map<String, Function<Contest, ?>> fields() {
        Map<String, Function<Contest, ?>> fields = new LinkedHashMap<>();
        fields.put("pollingDay", Contest::pollingDay);
        fields.put("electorate", Contest::electorate);
        fields.put("validVotes", Contest::validVotes);
        fields.put("invalidVotes", Contest::invalidVotes);
        fields.put("candidates", Restatement::candidates);
        return fields;
    }

    /** In words, for a difference is told to people. */
    private static List<String> candidates(Contest contest) {
        return contest.candidacies().stream()
                .map(candidacy -> "%s (%s, %s) %d%s"
                        .formatted(
                                candidacy.name(),
                                candidacy.party(),
                                candidacy.partyName(),
                                candidacy.votes(),
                                candidacy.byLot() ? " by lot" : ""))
                .toList();
    }
}
