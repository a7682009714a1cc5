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

    private record Followed(OpinionFilter.Track track, List<NationalPoll> polls) {}

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
            parties.put(party, new Followed(OpinionFilter.follow(party, reporting, parameters), reporting));
        }
        return new NationalAverage(parties, parameters);
    }

    /** Codes of all parties that any poll reports. */
    public List<String> parties() {
        return List.copyOf(parties.keySet());
    }

    /** At the end of a day; empty if no poll that had ended by then reports the party. */
    public Optional<Estimate> asOf(String party, LocalDate day) {
        Followed followed = parties.get(party);
        Map.Entry<LocalDate, OpinionFilter.Known> last =
                followed == null ? null : followed.track.days().floorEntry(day);
        return last == null ? Optional.empty() : Optional.of(estimate(followed, last, day));
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
        Map<String, Estimate> estimates = new TreeMap<>();
        parties.keySet().forEach(party -> asOf(party, day).ifPresent(estimate -> estimates.put(party, estimate)));
        return Collections.unmodifiableMap(estimates);
    }

    /** Of all polls given those before them; what {@link AverageParameters} are fitted by. */
    public double logLikelihood() {
        return parties.values().stream()
                .mapToDouble(followed -> followed.track.logLikelihood())
                .sum();
    }

    private Estimate estimate(Followed followed, Map.Entry<LocalDate, OpinionFilter.Known> last, LocalDate day) {
        OpinionFilter.Known known = last.getValue();
        double drift = parameters.driftSd()
                * parameters.driftSd()
                * (day.toEpochDay() - last.getKey().toEpochDay());
        List<NationalPoll> seen =
                followed.polls.stream().filter(poll -> !poll.end().isAfter(day)).toList();
        Map<String, Long> polls =
                seen.stream().collect(Collectors.groupingBy(NationalPoll::house, Collectors.counting()));
        Map<String, HouseEffect> houses = new TreeMap<>();
        List<String> names = followed.track.houses();
        for (int house = 0; house < names.size(); house++) {
            if (polls.containsKey(names.get(house))) {
                houses.put(
                        names.get(house),
                        new HouseEffect(
                                known.state()[1 + house],
                                Math.sqrt(known.variances()[1 + house]),
                                polls.get(names.get(house)).intValue()));
            }
        }
        return new Estimate(
                known.state()[0],
                Math.sqrt(known.variances()[0] + drift),
                seen.size(),
                last.getKey(),
                Collections.unmodifiableMap(houses));
    }

    private static TreeSet<String> partiesOf(List<NationalPoll> polls) {
        return polls.stream()
                .flatMap(poll -> poll.sharesPct().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
