package uk.hustings.polls.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.hustings.polls.evidence.domain.Evidence;
import uk.hustings.polls.indicator.domain.Finding.BallotResult;
import uk.hustings.polls.indicator.domain.Item;
import uk.hustings.polls.indicator.domain.Tally;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Population;
import uk.hustings.polls.reading.domain.Outcome;

/** Results of ballots of party members that everybody knows, as polls of members are held against them. */
final class Ballots {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final int DECIMALS = 4;

    private Ballots() {}

    /** Those of the members themselves: other electorates of a ballot are not whom the polls asked. */
    static List<Outcome> in(Evidence evidence) {
        return evidence.items()
                .filter(recorded -> recorded.isPublicAt(evidence.now()))
                .flatMap(recorded -> outcome(recorded.item()))
                .toList();
    }

    private static Stream<Outcome> outcome(Item item) {
        if (!(item.finding() instanceof BallotResult result)
                || item.day() == null
                || item.contest() == null
                || !isOfMembers(result.electorate())) {
            return Stream.empty();
        }
        return Stream.of(new Outcome(item.contest(), item.day(), shares(result.results())));
    }

    /** Electorates are named in words. */
    private static boolean isOfMembers(String electorate) {
        return electorate
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace(' ', '-')
                .equals(Codes.codeOf(Population.PARTY_MEMBERS));
    }

    private static Map<String, BigDecimal> shares(List<Tally> results) {
        long votes = results.stream()
                .map(Tally::votes)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        return results.stream()
                .filter(tally -> tally.pct() != null || (tally.votes() != null && votes > 0))
                .collect(Collectors.toMap(
                        Tally::option,
                        tally -> tally.pct() != null
                                ? tally.pct()
                                : BigDecimal.valueOf(tally.votes())
                                        .multiply(ALL)
                                        .divide(BigDecimal.valueOf(votes), DECIMALS, RoundingMode.HALF_UP),
                        (one, other) -> one));
    }
}
