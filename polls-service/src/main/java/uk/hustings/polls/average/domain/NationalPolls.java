package uk.hustings.polls.average.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.hustings.polls.poll.domain.Asked;
import uk.hustings.polls.poll.domain.Geography;
import uk.hustings.polls.poll.domain.Poll;
import uk.hustings.polls.poll.domain.PollKey;
import uk.hustings.polls.poll.domain.PollKind;
import uk.hustings.polls.poll.domain.Population;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.poll.domain.RecordedPoll;
import uk.hustings.polls.poll.domain.Share;

/**
 * Which polls can be put together into a national average: samples of voters of GB or the UK that were asked the ordinary
 * question and whose time is known. Party members are another population, models and canvass returns are no samples.
 *
 * @param geography GB or the UK; null for both
 * @param population adults or registered voters; null for both
 * @param after only fieldwork that ended later; null for any
 * @param until only fieldwork that ended by then; null for any
 */
public record NationalPolls(Geography geography, Population population, LocalDate after, LocalDate until) {

    /** Voters; how a list of them was come by makes less difference than which pollster asked. */
    public static final Set<Population> VOTERS = Set.of(Population.ADULTS, Population.REGISTERED_VOTERS);

    /** What polls of unknown pollsters have in common. */
    public static final String UNKNOWN_HOUSE = "unknown";

    /** Days that most polls take; for those of which only the first one is known. */
    private static final int USUAL_DAYS = 2;

    /** People behind a national poll that does not tell: about the usual number. */
    private static final int USUAL_SAMPLE = 1000;

    /**
     * Those among some polls, in order of fieldwork.
     *
     * @param isParty whether an answer is a party; other answers are passed over, the bucket of others too
     */
    public List<NationalPoll> among(Stream<RecordedPoll> polls, Predicate<String> isParty) {
        return polls.filter(poll -> !poll.isWithdrawn() && admits(poll.poll().key()))
                .flatMap(poll -> read(poll, isParty).stream())
                .sorted(Comparator.comparing(NationalPoll::end).thenComparing(NationalPoll::id))
                .toList();
    }

    /** Tells a poll and its figures from all others, later corrections of it too. */
    public static String idOf(RecordedPoll poll) {
        return poll.pollId() + "/" + poll.revision();
    }

    /** Headline shares of parties, in points. */
    public static Map<String, Double> sharesPct(Asked asked, Predicate<String> isParty) {
        Map<String, Double> shares = new TreeMap<>();
        for (Share share : asked.headline()) {
            if (!share.option().equals(Share.OTHER) && isParty.test(share.option())) {
                shares.put(share.option(), share.pct().doubleValue());
            }
        }
        return shares;
    }

    private boolean admits(PollKey key) {
        LocalDate end = endOf(key);
        return key.kind() == PollKind.POLL
                && key.area().isNational()
                && (geography == null || key.area().geography() == geography)
                && VOTERS.contains(key.population())
                && (population == null || key.population() == population)
                && end != null
                && (after == null || end.isAfter(after))
                && (until == null || !end.isAfter(until));
    }

    /** Null if nothing of the fieldwork is known. */
    private static LocalDate endOf(PollKey key) {
        return key.fieldworkEnd() != null || key.fieldworkStart() == null
                ? key.fieldworkEnd()
                : key.fieldworkStart().plusDays(USUAL_DAYS);
    }

    private static Optional<NationalPoll> read(RecordedPoll recorded, Predicate<String> isParty) {
        Poll poll = recorded.poll();
        return poll.asked(Question.STANDARD)
                .map(asked -> new NationalPoll(
                        idOf(recorded),
                        endOf(poll.key()),
                        poll.key().pollster() == null
                                ? UNKNOWN_HOUSE
                                : poll.key().pollster(),
                        poll.baseOf(asked) == null ? USUAL_SAMPLE : poll.baseOf(asked),
                        sharesPct(asked, isParty)))
                .filter(read -> !read.sharesPct().isEmpty());
    }
}
