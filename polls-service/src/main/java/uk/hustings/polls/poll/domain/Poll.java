package uk.hustings.polls.poll.domain;

import java.util.List;
import java.util.Optional;
import uk.hustings.polls.seatref.domain.Seat;

/**
 * A poll as somebody reported it.
 *
 * @param questions each question once, in the order in which they were reported; none where only statements are known
 */
public record Poll(PollKey key, PollDetails details, List<Asked> questions, List<Statement> statements) {

    public Poll {
        questions = List.copyOf(questions);
        statements = List.copyOf(statements);
    }

    public Optional<Asked> asked(Question question) {
        return questions.stream().filter(asked -> asked.question() == question).findFirst();
    }

    /**
     * People that sampling error is reckoned from: the question's unweighted base, else its weighted one, else the
     * poll's sample; null if none is known.
     */
    public Integer baseOf(Asked asked) {
        if (asked.unweightedBase() != null) {
            return asked.unweightedBase();
        }
        return asked.weightedBase() == null ? details.sampleSize() : asked.weightedBase();
    }

    /**
     * Swing of the headline shares since the seat's latest contest polled before the fieldwork ended; empty if that
     * cannot be told.
     *
     * @param seat the poll's own
     */
    public Optional<Swing> swing(Asked asked, Seat seat) {
        if (!asked.question().comparesWithResults() || key.fieldworkEnd() == null) {
            return Optional.empty();
        }
        return seat.latestContestBefore(key.fieldworkEnd())
                .flatMap(baseline -> Swing.since(baseline, asked.headline()));
    }
}
