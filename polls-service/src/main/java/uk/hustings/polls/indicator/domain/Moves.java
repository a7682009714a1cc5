package uk.hustings.polls.indicator.domain;

import java.util.List;
import uk.hustings.polls.poll.domain.Share;

/**
 * Where those went who had been for one answer.
 *
 * @param from code of that answer
 * @param base people whom the shares are shares of, 1 or more; null if unknown
 * @param to shares of them in percentage points; those who stayed are among them where that was reported
 */
public record Moves(String from, Integer base, List<Share> to) {

    public Moves {
        to = List.copyOf(to);
    }
}
