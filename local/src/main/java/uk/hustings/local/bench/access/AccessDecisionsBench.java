package uk.hustings.local.bench.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import uk.hustings.local.bench.access.decisions.Agreement;
import uk.hustings.local.bench.access.decisions.DecisionTimes;
import uk.hustings.local.bench.access.decisions.DecisionsBenchmark;

/** How long the rules of access take to decide in memory, beside jCasbin, and whether both decide the same. */
final class AccessDecisionsBench implements AccessSection {

    /** Of one decision by our rules, half of them at the most longer. */
    private static final double AIM_MICROS = 5;

    private static final String OURS = "hustings";
    private static final int QUESTIONS = 1_000_000;
    private static final int QUESTIONS_WHEN_QUICK = 100_000;
    private static final int SECONDS = 10;
    private static final int SECONDS_WHEN_QUICK = 3;
    private static final long SEED = 501;

    private final Consumer<String> progress;

    /** @param progress told what is being done */
    AccessDecisionsBench(Consumer<String> progress) {
        this.progress = progress;
    }

    @Override
    public String name() {
        return "decisions";
    }

    @Override
    public Findings measure(boolean quick) {
        progress.accept("Asking our rules and jCasbin the same questions");
        Agreement agreement = Agreement.of(quick ? QUESTIONS_WHEN_QUICK : QUESTIONS, SEED);
        progress.accept("Timing decisions");
        return findings(agreement, DecisionTimes.measure(quick ? SECONDS_WHEN_QUICK : SECONDS));
    }

    static Findings findings(Agreement agreement, List<DecisionTimes> times) {
        List<String> missed = new ArrayList<>();
        StringBuilder text = new StringBuilder(format(
                "%-12s %12s %12s %12s %14s   µs to decide one of %d questions in memory (JMH)%n",
                "decided by", "median", "mean", "p99", "decisions", DecisionsBenchmark.QUESTIONS));
        for (DecisionTimes time : times) {
            text.append(format(
                    "%-12s %12.3f %12.3f %12.3f %14d%s%n",
                    time.decider(),
                    time.median() / 1e3,
                    time.mean() / 1e3,
                    time.p99() / 1e3,
                    time.samples(),
                    time.decider().equals(OURS) ? format("   median at most %.0f", AIM_MICROS) : ""));
            if (time.decider().equals(OURS) && time.median() > AIM_MICROS * 1e3) {
                missed.add(format("decisions %.2f µs > %.0f µs", time.median() / 1e3, AIM_MICROS));
            }
        }
        text.append(format(
                "%nOf %d questions (%d allowed) both answered %d alike.%n",
                agreement.asked(), agreement.allowed(), agreement.asked() - agreement.apart()));
        agreement.examples().forEach(question -> text.append(format("  apart: %s%n", question)));
        if (agreement.apart() > 0) {
            missed.add(format("%d questions are decided differently", agreement.apart()));
        }
        return new Findings(text.toString(), missed);
    }

    private static String format(String pattern, Object... figures) {
        return String.format(Locale.ROOT, pattern, figures);
    }
}
