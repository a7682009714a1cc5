package uk.hustings.polls.intake;

import java.time.Instant;
import java.util.Optional;
import uk.hustings.polls.poll.domain.Asked;
import uk.hustings.polls.poll.domain.Poll;
import uk.hustings.polls.poll.domain.Visibility;

/**
 * One question of one poll as it was sent, or a poll of which only statements are known.
 *
 * @param poll with one question at the most
 * @param visibility null if nothing was said
 * @param embargoedUntil null unless embargoed
 */
record Item(Place place, Poll poll, Visibility visibility, Instant embargoedUntil) {

    Optional<Asked> asked() {
        return poll.questions().stream().findFirst();
    }
}
