package uk.hustings.campaign.member.domain;

import java.time.Duration;
import java.time.Instant;

/** The fourteen days within which an invitation or a request for a key must be answered. */
public final class AnswerPeriod {

    public static final Duration LENGTH = Duration.ofDays(14);

    public static final String OPEN = "open";
    public static final String EXPIRED = "expired";

    private AnswerPeriod() {}

    public static Instant endOf(Instant begin) {
        return begin.plus(LENGTH);
    }

    /**
     * The outcome if there is one; otherwise {@code open} before the end of the period and {@code expired} from then on.
     *
     * @param outcome null if nobody has answered
     * @param now domain time
     */
    public static String state(String outcome, Instant end, Instant now) {
        if (outcome != null) {
            return outcome;
        }
        return now.isBefore(end) ? OPEN : EXPIRED;
    }
}
