package uk.hustings.polls.average.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What national polls say together, party by party, on any day: {@link OpinionFilter} run through all of them once. An average
 * as of a day has seen no poll that ended later.
 */
public final class NationalAverage {

    private final Map<String, Followed> parties;
    private final AverageParameters parameters;

    /** @param counts of polls that had ended by a day: first of all houses, then of each in the track's order */
    private record Followed(OpinionFilter.Track track, TreeMap<LocalDate, int[]> counts) {

        static Followed of(OpinionFilter.Track track, List<NationalPoll> inOrder) {
            TreeMap<LocalDate, int[]> counts = new TreeMap<>();
            int[] last = new int[1 + track.houses().size()];
            for (NationalPoll poll : inOrder) {
                last = last.clone();
                last[0]++;
                last[1 + track.houses().indexOf(poll.house())]++;
                counts.put(poll.end(), last);
            }
            return new Followed(track, counts);
        }
    }

    private NationalAverage(Map<String, Followed> parties, AverageParameters parameters) {
        this.parties = parties;
        this.parameters = parameters;
    }

    /** How far out the bounds of a 90% interval lie, in standard deviations. */
    public static final double TWO_SIDED_90 = 1.6448536269514722;

    /**
     * What is known of one party's share, in points.
     *
     * @param sd of the average as a measure of opinion; how far opinion polls miss elections comes on top
     * @param polls how many it has seen
     * @param newest when the last of them ended
     * @param houses by pollster
     */
    public record Estimate(double pct, double sd, int polls, LocalDate newest, Map<String, HouseEffect> houses) {

        /** Lower bound of the 90% interval, not below 0. */
        public double lowPct() {
            return Math.max(0, pct - TWO_SIDED_90 * sd);
        }

        /** Upper bound of the 90% interval, not above 100. */
        public double highPct() {
            return Math.min(100, pct + TWO_SIDED_90 * sd);
        }
    }

    /** By how many points a pollster puts the party higher than the average does. */
    public record HouseEffect(double pts, double sd, int polls) {}

    /** @param polls in any order; the answer does not depend on it */
    public static NationalAverage of(List<NationalPoll> polls, AverageParameters parameters) {
        List<NationalPoll> inOrder = polls.stream()
                .sorted(Comparator.comparing(NationalPoll::end).thenComparing(NationalPoll::id))
                .toList();
        Map<String, Followed> parties = new TreeMap<>();
        for (String party : partiesOf(inOrder)) {
            List<NationalPoll> reporting = inOrder.stream()
                    .filter(poll -> poll.sharesPct().containsKey(party))
                    .toList();
            parties.put(party, Followed.of(OpinionFilter.follow(party, reporting, parameters), reporting));
        }
        return new NationalAverage(parties, parameters);
    }

    /** Codes of all parties that any poll reports. */
    public List<String> parties() {
        return List.copyOf(parties.keySet());
    }

    /** At the end of a day; empty if no poll that had ended by then reports the party. */
    public Optional<Estimate> asOf(String party, LocalDate day) {
        return estimate(party, day, true);
    }

    /** The share alone at the end of a day, in points; empty if no poll that had ended by then reports the party. */
    public OptionalDouble pctAsOf(String party, LocalDate day) {
        Followed followed = parties.get(party);
        Map.Entry<LocalDate, OpinionFilter.Known> last =
                followed == null ? null : followed.track.days().floorEntry(day);
        return last == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(last.getValue().state()[0]);
    }

    /** All parties that are known at the end of a day. */
    public Map<String, Estimate> asOf(LocalDate day) {
        return estimates(day, true);
    }

    /** The same without the effects of pollsters, which would take most of the time of many days. */
    public Map<String, Estimate> sharesAsOf(LocalDate day) {
        return estimates(day, false);
    }

    /** Of all polls given those before them; what {@link AverageParameters} are fitted by. */
    public double logLikelihood() {
        return parties.values().stream()
                .mapToDouble(followed -> followed.track.logLikelihood())
                .sum();
    }

    private Map<String, Estimate> estimates(LocalDate day, boolean withHouses) {
        Map<String, Estimate> estimates = new TreeMap<>();
        for (String party : parties.keySet()) {
            estimate(party, day, withHouses).ifPresent(estimate -> estimates.put(party, estimate));
        }
        return Collections.unmodifiableMap(estimates);
    }

    private Optional<Estimate> estimate(String party, LocalDate day, boolean withHouses) {
        Followed followed = parties.get(party);
        Map.Entry<LocalDate, OpinionFilter.Known> last =
                followed == null ? null : followed.track.days().floorEntry(day);
        if (last == null) {
            return Optional.empty();
        }
        OpinionFilter.Known known = last.getValue();
        int[] polls = followed.counts.get(last.getKey());
        double drift = parameters.driftSd()
                * parameters.driftSd()
                * (day.toEpochDay() - last.getKey().toEpochDay());
        return Optional.of(new Estimate(
                known.state()[0],
                Math.sqrt(known.variances()[0] + drift),
                polls[0],
                last.getKey(),
                withHouses ? houses(followed.track.houses(), known, polls) : Map.of()));
    }

    private static Map<String, HouseEffect> houses(List<String> names, OpinionFilter.Known known, int[] polls) {
        Map<String, HouseEffect> houses = new TreeMap<>();
        for (int house = 1; house < polls.length; house++) {
            if (polls[house] > 0) {
                houses.put(
                        names.get(house - 1),
                        new HouseEffect(known.state()[house], Math.sqrt(known.variances()[house]), polls[house]));
            }
        }
        return Collections.unmodifiableMap(houses);
    }

    private static TreeSet<String> partiesOf(List<NationalPoll> polls) {
        return polls.stream()
                .flatMap(poll -> poll.sharesPct().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
