package uk.hustings.polls.forecast.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who stands where, with the share at the baseline. Parties are columns, seats are rows in order of key.
 *
 * <p>A party that national polls report stands in every seat that they speak of, unless it stood in one country only:
 * then there. A party that they do not report, but that contested most of a country, stands where it stood. Anybody
 * else of some size is known in the seat where that was; the rest is {@code other}. A seat that the large parties left
 * to somebody, as they do to the Speaker, stays as it was.
 */
final class Field {

    /** The bucket, always the last column. */
    static final String OTHER = "other";

    private static final double LOCAL_STRENGTH_PCT = 10;
    private static final double MOST = 0.5;

    final List<BaselineSeat> seats;
    final List<String> parties;
    /** Points by seat and party; 0 where a party did not stand. */
    final double[][] baseline;
    /** By seat and party; the bucket stands where it had votes. */
    final boolean[][] stands;
    /** By seat: nobody but those of the baseline stands, and nothing changes. */
    final boolean[] settled;
    /** By party: whether national polls report it. */
    final boolean[] tracked;

    private Field(List<BaselineSeat> seats, List<String> parties, Set<String> tracked) {
        this.seats = seats;
        this.parties = parties;
        this.baseline = new double[seats.size()][parties.size()];
        this.stands = new boolean[seats.size()][parties.size()];
        this.settled = new boolean[seats.size()];
        this.tracked = new boolean[parties.size()];
        for (int party = 0; party < parties.size(); party++) {
            this.tracked[party] = tracked.contains(parties.get(party));
        }
    }

    /** @param tracked parties that national polls report as of the day */
    static Field of(ForecastInputs inputs, Set<String> tracked) {
        List<BaselineSeat> seats = inputs.seats().stream()
                .map(seat -> renamed(seat, inputs.successors()))
                .sorted(Comparator.comparing(BaselineSeat::key))
                .toList();
        Presence presence = Presence.of(seats);
        TreeSet<String> known = new TreeSet<>(tracked);
        presence.most.forEach((party, countries) -> {
            if (!countries.isEmpty()) {
                known.add(party);
            }
        });
        seats.forEach(seat -> seat.sharesPct().forEach((party, pct) -> {
            if (pct >= LOCAL_STRENGTH_PCT) {
                known.add(party);
            }
        }));
        known.remove(OTHER);
        List<String> parties = new ArrayList<>(known);
        parties.add(OTHER);
        Field field = new Field(seats, parties, tracked);
        for (int seat = 0; seat < seats.size(); seat++) {
            field.fill(seat, presence, inputs.standing());
        }
        return field;
    }

    int seatCount() {
        return seats.size();
    }

    int partyCount() {
        return parties.size();
    }

    int other() {
        return parties.size() - 1;
    }

    /** Share of all votes of the baseline in the seats that national polls speak of, points. */
    double nationalBaselinePct(int party) {
        return nationalPct(party, baseline);
    }

    /** Share of all votes in the seats that national polls speak of, each seat with the votes of the baseline; points. */
    double nationalPct(int party, double[][] shares) {
        double sum = 0;
        double votes = 0;
        for (int seat = 0; seat < seats.size(); seat++) {
            if (seats.get(seat).inNationalPolls()) {
                sum += shares[seat][party] * seats.get(seat).validVotes();
                votes += seats.get(seat).validVotes();
            }
        }
        return votes == 0 ? 0 : sum / votes;
    }

    private void fill(int row, Presence presence, Map<String, Set<String>> standing) {
        BaselineSeat seat = seats.get(row);
        settled[row] = isSettled(seat);
        double rest = 100;
        for (int party = 0; party < other(); party++) {
            String code = parties.get(party);
            double pct = seat.pctOf(code).orElse(0.0);
            boolean here = settled[row] || !tracked[party]
                    ? pct >= LOCAL_STRENGTH_PCT || pct > 0 && presence.hasMostOf(seat.country(), code)
                    : presence.reaches(seat, code);
            if (standing.containsKey(code) && !settled[row]) {
                here = standing.get(code).contains(seat.key());
            }
            stands[row][party] = here;
            baseline[row][party] = here || tracked[party] ? pct : 0;
            rest -= baseline[row][party];
        }
        baseline[row][other()] = Math.max(0, rest);
        stands[row][other()] = baseline[row][other()] > 0;
    }

    /** Nobody of those who contest most seats of the country stood against somebody who is none of them. */
    private boolean isSettled(BaselineSeat seat) {
        if (seat.winner() == null || !seat.inNationalPolls() || parties.indexOf(seat.winner()) < 0) {
            return false;
        }
        long large = IntStream.range(0, other())
                .filter(party ->
                        tracked[party] && seat.pctOf(parties.get(party)).orElse(0.0) >= LOCAL_STRENGTH_PCT)
                .count();
        return !tracked[parties.indexOf(seat.winner())] && large < 2;
    }

    /**
     * Where parties stood.
     *
     * @param any countries in which a party stood at all, by party
     * @param most countries in which it contested more than half of the seats
     */
    private record Presence(Map<String, Set<String>> any, Map<String, Set<String>> most) {

        static Presence of(List<BaselineSeat> seats) {
            Map<String, Integer> seatsOf = new HashMap<>();
            Map<String, Map<String, Integer>> contested = new HashMap<>();
            for (BaselineSeat seat : seats) {
                seatsOf.merge(seat.country(), 1, Integer::sum);
                seat.sharesPct().forEach((party, pct) -> {
                    if (pct > 0 && !party.equals(OTHER)) {
                        contested
                                .computeIfAbsent(party, none -> new HashMap<>())
                                .merge(seat.country(), 1, Integer::sum);
                    }
                });
            }
            Map<String, Set<String>> any = new HashMap<>();
            Map<String, Set<String>> most = new HashMap<>();
            contested.forEach((party, counts) -> {
                any.put(party, counts.keySet());
                most.put(
                        party,
                        counts.keySet().stream()
                                .filter(country -> counts.get(country) > MOST * seatsOf.get(country))
                                .collect(Collectors.toSet()));
            });
            return new Presence(any, most);
        }

        boolean hasMostOf(String country, String party) {
            return most.getOrDefault(party, Set.of()).contains(country);
        }

        /** A party of one country stays there; a new one stands wherever it is asked about. */
        boolean reaches(BaselineSeat seat, String party) {
            Set<String> countries = any.getOrDefault(party, Set.of());
            return countries.size() == 1 ? countries.contains(seat.country()) : seat.inNationalPolls();
        }
    }

    private static BaselineSeat renamed(BaselineSeat seat, Map<String, String> successors) {
        if (seat.sharesPct().keySet().stream().noneMatch(successors::containsKey)) {
            return seat;
        }
        Map<String, Double> shares = new HashMap<>();
        seat.sharesPct().forEach((party, pct) -> shares.merge(successors.getOrDefault(party, party), pct, Double::sum));
        return new BaselineSeat(
                seat.key(),
                seat.region(),
                seat.country(),
                seat.inNationalPolls(),
                seat.validVotes(),
                shares,
                seat.winner() == null ? null : successors.getOrDefault(seat.winner(), seat.winner()));
    }
}
