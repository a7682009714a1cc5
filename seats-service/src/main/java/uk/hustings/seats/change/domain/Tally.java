package uk.hustings.seats.change.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.election.domain.Points;
import uk.hustings.seats.party.domain.Party;

/**
 * Votes by party, of one seat or of several together.
 *
 * @param votes by code, of the parties that stood; whoever had most first
 * @param electorate on the day; null where that of any seat is not known
 */
public record Tally(Map<String, Long> votes, Long electorate) {

    private static final Comparator<Map.Entry<String, Long>> MOST_FIRST =
            Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    public Tally {
        Map<String, Long> sorted = new LinkedHashMap<>();
        votes.entrySet().stream().sorted(MOST_FIRST).forEach(party -> sorted.put(party.getKey(), party.getValue()));
        votes = Collections.unmodifiableMap(sorted);
        if (votes.values().stream().anyMatch(count -> count < 0) || sum(votes) == 0) {
            throw new IllegalArgumentException("a tally has votes, none of them negative; was " + votes);
        }
    }

    /** A seat's result; candidates of one code are taken together. */
    public static Tally of(Contest contest) {
        Map<String, Long> votes = new LinkedHashMap<>();
        contest.candidacies().forEach(candidacy -> votes.merge(candidacy.party(), (long) candidacy.votes(), Long::sum));
        return new Tally(
                votes,
                contest.electorate() == null ? null : contest.electorate().longValue());
    }

    /** All of them together; empty if there are none. */
    public static Optional<Tally> sum(Collection<Tally> tallies) {
        if (tallies.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Long> votes = new LinkedHashMap<>();
        tallies.forEach(tally -> tally.votes.forEach((party, count) -> votes.merge(party, count, Long::sum)));
        boolean known = tallies.stream().allMatch(tally -> tally.electorate != null);
        return Optional.of(new Tally(
                votes, known ? tallies.stream().mapToLong(Tally::electorate).sum() : null));
    }

    /** Whether the party had a candidate. */
    public boolean stood(String party) {
        return votes.containsKey(party);
    }

    boolean stood(PartyPair pair) {
        return stood(pair.first()) && stood(pair.second());
    }

    /** Votes of the first of the pair over the second. */
    long lead(PartyPair pair) {
        return votes(pair.first()) - votes(pair.second());
    }

    /** Votes of both. */
    long together(PartyPair pair) {
        return votes(pair.first()) + votes(pair.second());
    }

    /** Votes of a party; 0 if it did not stand. */
    public long votes(String party) {
        return votes.getOrDefault(party, 0L);
    }

    public long validVotes() {
        return sum(votes);
    }

    /** Valid votes in points of the electorate; null where that is not known. */
    public Double turnoutPct() {
        return electorate == null ? null : Points.of(validVotes(), electorate);
    }

    /** Share of a party in points; null if it did not stand. */
    public Double sharePct(String party) {
        return stood(party) ? Points.of(votes(party), validVotes()) : null;
    }

    /** Share in points of each party that stood, the largest first. */
    public Map<String, Double> sharesPct() {
        Map<String, Double> shares = new LinkedHashMap<>();
        votes.keySet().forEach(party -> shares.put(party, sharePct(party)));
        return Collections.unmodifiableMap(shares);
    }

    /** Lead of the first party over the second in points; null if either did not stand. */
    public Double leadPts(PartyPair pair) {
        return stood(pair) ? SignedPoints.of(lead(pair), validVotes()) : null;
    }

    /** The two parties with most votes; the bucket of all others is none. Empty if fewer stood. */
    public Optional<PartyPair> leading() {
        List<String> parties = votes.keySet().stream()
                .filter(party -> !party.equals(Party.OTHER))
                .limit(2)
                .toList();
        return parties.size() < 2 ? Optional.empty() : Optional.of(new PartyPair(parties.get(0), parties.get(1)));
    }

    /** Lead in votes of the party with most over the next; null if fewer than two parties stood. */
    public Long majorityVotes() {
        return leading().map(this::lead).orElse(null);
    }

    /** The same lead in points of the valid votes. */
    public Double majorityPct() {
        return leading().map(this::leadPts).orElse(null);
    }

    /**
     * What each party's share gained since an earlier tally, in points.
     *
     * @return in this tally's order; without the parties that stood in only one of the two
     */
    public Map<String, Double> changesPts(Tally before) {
        Map<String, Double> changes = new LinkedHashMap<>();
        for (String party : votes.keySet()) {
            if (before.stood(party)) {
                changes.put(
                        party,
                        SignedPoints.gained(votes(party), validVotes(), before.votes(party), before.validVotes()));
            }
        }
        return Collections.unmodifiableMap(changes);
    }

    private static long sum(Map<String, Long> votes) {
        return votes.values().stream().mapToLong(Long::longValue).sum();
    }
}
