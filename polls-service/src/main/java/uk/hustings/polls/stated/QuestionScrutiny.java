package uk.hustings.polls.stated;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import uk.hustings.polls.poll.domain.Basis;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.poll.domain.Share;
import uk.hustings.polls.poll.domain.SharesSum;
import uk.hustings.polls.stated.Scrutiny.Fault;

/** The questions of a stated poll and what was answered. */
final class QuestionScrutiny {

    private static final int MOST_ANSWERS = 100;
    private static final BigDecimal MOST_BESIDE = BigDecimal.valueOf(102);

    private final Checks checks;
    private final List<Fault> warnings = new ArrayList<>();

    QuestionScrutiny(Checks checks) {
        this.checks = checks;
    }

    List<Fault> warnings() {
        return List.copyOf(warnings);
    }

    List<StatedQuestion> questions(List<StatedQuestion> stated) {
        List<StatedQuestion> sound = new ArrayList<>();
        Set<Question> asked = EnumSet.noneOf(Question.class);
        for (int i = 0; stated != null && i < stated.size(); i++) {
            String pointer = "/questions/" + i;
            if (stated.get(i) == null) {
                checks.fault(pointer, "must not be null");
                continue;
            }
            Question question =
                    checks.requiredCode(pointer + "/question", stated.get(i).question(), Question.class);
            if (question != null && !asked.add(question)) {
                checks.fault(pointer + "/question", "is one of the questions before already");
            }
            sound.add(question(pointer, question, stated.get(i)));
        }
        return sound;
    }

    private StatedQuestion question(String pointer, Question question, StatedQuestion stated) {
        int before = checks.faults().size();
        Basis basis = checks.code(pointer + "/basis", stated.basis(), Basis.class);
        StatedQuestion sound = new StatedQuestion(
                question == null ? null : Codes.codeOf(question),
                basis == null ? null : Codes.codeOf(basis),
                shares(pointer + "/sharesPct", stated.sharesPct()),
                checks.pct(pointer + "/dontKnowPct", stated.dontKnowPct()),
                checks.pct(pointer + "/wouldNotVotePct", stated.wouldNotVotePct()),
                checks.pct(pointer + "/refusedPct", stated.refusedPct()),
                checks.people(pointer + "/unweightedBase", stated.unweightedBase()),
                checks.people(pointer + "/weightedBase", stated.weightedBase()));
        if (question != null && checks.faults().size() == before) {
            addUp(pointer, sound);
        }
        return sound;
    }

    private List<StatedShare> shares(String pointer, List<StatedShare> stated) {
        List<StatedShare> sound = new ArrayList<>();
        Set<String> named = new HashSet<>();
        if (stated != null && stated.size() > MOST_ANSWERS) {
            checks.fault(
                    pointer + "/" + MOST_ANSWERS,
                    "must be %d answers at most, was %d".formatted(MOST_ANSWERS, stated.size()));
            return sound;
        }
        for (int i = 0; stated != null && i < stated.size(); i++) {
            String place = pointer + "/" + i;
            StatedShare share = stated.get(i);
            if (share == null || share.pct() == null) {
                checks.fault(place + "/pct", "must be " + Share.RANGE);
                continue;
            }
            String option = checks.option(place + "/option", share.option());
            BigDecimal pct = checks.pct(place + "/pct", share.pct());
            if (option != null && !named.add(option)) {
                checks.fault(place + "/option", "is one of the answers before already, was \"%s\"".formatted(option));
            }
            sound.add(new StatedShare(option, pct));
        }
        return sound;
    }

    private void addUp(String pointer, StatedQuestion sound) {
        BigDecimal beside = Stream.of(sound.dontKnowPct(), sound.wouldNotVotePct(), sound.refusedPct())
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        SharesSum sum = SharesSum.of(sound.asked());
        if (sum instanceof SharesSum.Off off) {
            checks.fault(pointer + "/sharesPct", "must add up to 98 to 102, was " + off.sumPct());
        } else if (beside.compareTo(MOST_BESIDE) > 0) {
            checks.fault(
                    pointer + "/dontKnowPct",
                    "must add up to no more than %s with wouldNotVotePct and refusedPct, was %s"
                            .formatted(MOST_BESIDE, beside));
        } else if (sum instanceof SharesSum.Rounded rounded) {
            warnings.add(new Fault(pointer + "/sharesPct", "shares add up to " + rounded.sumPct()));
        }
    }
}
