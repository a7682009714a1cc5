package uk.hustings.polls.intake.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import uk.hustings.polls.poll.domain.Asked;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Poll;
import uk.hustings.polls.poll.domain.PollDetails;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.poll.domain.RecordedPoll;
import uk.hustings.polls.poll.domain.Share;
import uk.hustings.polls.poll.domain.Statement;
import uk.hustings.polls.poll.domain.Status;

/**
 * How a reported poll stands to what is recorded. A detail that is not reported contradicts nothing; of a question that
 * both have every figure has to be the same. Visibility is no figure: it has an operation of its own.
 */
public sealed interface Standing {

    /** No such poll is recorded. */
    record New() implements Standing {}

    /** All of it is recorded. */
    record Known() implements Standing {}

    /**
     * The poll is recorded, and something is told of it that is not.
     *
     * @param whole the poll with what is new
     * @param questions those that are new
     */
    record Grown(Poll whole, Set<Question> questions) implements Standing {}

    /** The same poll is recorded with other figures. */
    record AtOdds(List<Difference> differences) implements Standing {}

    /**
     * One figure that differs.
     *
     * @param question null for what is told of the whole poll
     * @param field as the import names its column
     * @param recorded null if none is recorded
     * @param reported null if none was reported
     */
    record Difference(Question question, String field, Object recorded, Object reported) {}

    /** @param recorded the poll with the same key; null if there is none */
    static Standing of(Poll reported, RecordedPoll recorded) {
        if (recorded == null) {
            return new New();
        }
        List<Difference> differences = new ArrayList<>();
        if (recorded.isWithdrawn()) {
            differences.add(
                    new Difference(null, "status", Codes.codeOf(Status.WITHDRAWN), Codes.codeOf(Status.RECORDED)));
        }
        Poll standing = recorded.poll();
        compare(standing.details(), reported.details(), differences);
        reported.questions().forEach(asked -> standing.asked(asked.question())
                .ifPresent(known -> compare(known, asked, differences)));
        if (!differences.isEmpty()) {
            return new AtOdds(List.copyOf(differences));
        }
        List<Asked> newQuestions = reported.questions().stream()
                .filter(asked -> standing.asked(asked.question()).isEmpty())
                .toList();
        List<Statement> newStatements = reported.statements().stream()
                .filter(statement -> !standing.statements().contains(statement))
                .toList();
        return newQuestions.isEmpty() && newStatements.isEmpty()
                ? new Known()
                : grown(standing, newQuestions, newStatements);
    }

    private static Grown grown(Poll standing, List<Asked> questions, List<Statement> statements) {
        Set<Question> added = new LinkedHashSet<>();
        questions.forEach(asked -> added.add(asked.question()));
        return new Grown(
                new Poll(
                        standing.key(),
                        standing.details(),
                        Stream.concat(standing.questions().stream(), questions.stream())
                                .toList(),
                        Stream.concat(standing.statements().stream(), statements.stream())
                                .toList()),
                added);
    }

    private static void compare(PollDetails recorded, PollDetails reported, List<Difference> differences) {
        told("clientInterest", recorded.clientInterest(), reported.clientInterest(), differences);
        told("bpcMember", recorded.bpcMember(), reported.bpcMember(), differences);
        told("mode", recorded.mode(), reported.mode(), differences);
        told("sampleSize", recorded.sampleSize(), reported.sampleSize(), differences);
        told("pollWeightedBase", recorded.weightedBase(), reported.weightedBase(), differences);
        told("weighting", recorded.weighting(), reported.weighting(), differences);
        told("tablesUrl", recorded.tablesUrl(), reported.tablesUrl(), differences);
        told("source", recorded.source(), reported.source(), differences);
        told("contest", recorded.contest(), reported.contest(), differences);
    }

    private static void told(String field, Object recorded, Object reported, List<Difference> differences) {
        if (reported != null && !reported.equals(recorded)) {
            differences.add(new Difference(null, field, recorded, reported));
        }
    }

    private static void compare(Asked recorded, Asked reported, List<Difference> differences) {
        figure("basis", recorded, Codes.codeOf(recorded.basis()), Codes.codeOf(reported.basis()), differences);
        Set<String> options = new LinkedHashSet<>();
        Stream.concat(recorded.shares().stream(), reported.shares().stream())
                .map(Share::option)
                .forEach(options::add);
        options.forEach(option -> figure(
                option + "Pct",
                recorded,
                recorded.pctOf(option).orElse(null),
                reported.pctOf(option).orElse(null),
                differences));
        figure("dontKnowPct", recorded, recorded.dontKnowPct(), reported.dontKnowPct(), differences);
        figure("wouldNotVotePct", recorded, recorded.wouldNotVotePct(), reported.wouldNotVotePct(), differences);
        figure("refusedPct", recorded, recorded.refusedPct(), reported.refusedPct(), differences);
        figure("unweightedBase", recorded, recorded.unweightedBase(), reported.unweightedBase(), differences);
        figure("weightedBase", recorded, recorded.weightedBase(), reported.weightedBase(), differences);
    }

    private static void figure(String field, Asked of, Object recorded, Object reported, List<Difference> differences) {
        if (!Objects.equals(recorded, reported)) {
            differences.add(new Difference(of.question(), field, recorded, reported));
        }
    }
}
