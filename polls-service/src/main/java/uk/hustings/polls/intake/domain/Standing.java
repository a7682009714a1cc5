package uk.hustings.polls.intake.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import uk.hustings.polls.poll.domain.Figures;
import uk.hustings.polls.poll.domain.ReportedPoll;
import uk.hustings.polls.poll.domain.Share;

/** How a reported poll stands to what is recorded. Visibility is no figure: it has an operation of its own. */
public sealed interface Standing {

    record New() implements Standing {}

    record Known() implements Standing {}

    /** The same poll is recorded with other figures. */
    record AtOdds(List<Difference> differences) implements Standing {}

    /**
     * One figure that differs.
     *
     * @param column as the import names it
     * @param recorded null if none is recorded
     * @param reported null if none was reported
     */
    record Difference(String column, Object recorded, Object reported) {}

    /** @param recorded the poll with the same key; null if there is none */
    static Standing of(ReportedPoll reported, ReportedPoll recorded) {
        if (recorded == null) {
            return new New();
        }
        List<Difference> differences = new ArrayList<>();
        compare("sampleSize", recorded.sampleSize(), reported.sampleSize(), differences);
        for (String option : options(recorded.figures(), reported.figures())) {
            compare(option + "Pct", pct(recorded, option), pct(reported, option), differences);
        }
        compare(
                "dontKnowPct",
                recorded.figures().dontKnowPct(),
                reported.figures().dontKnowPct(),
                differences);
        return differences.isEmpty() ? new Known() : new AtOdds(List.copyOf(differences));
    }

    private static void compare(String column, Object recorded, Object reported, List<Difference> differences) {
        if (!Objects.equals(recorded, reported)) {
            differences.add(new Difference(column, recorded, reported));
        }
    }

    private static BigDecimal pct(ReportedPoll poll, String option) {
        return poll.figures().pctOf(option).orElse(null);
    }

    private static Set<String> options(Figures one, Figures other) {
        Set<String> options = new LinkedHashSet<>();
        one.shares().stream().map(Share::option).forEach(options::add);
        other.shares().stream().map(Share::option).forEach(options::add);
        return options;
    }
}
