package uk.hustings.seats.change.domain;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.hustings.seats.change.domain.Baseline.Candidate;
import uk.hustings.seats.party.domain.Party;

/**
 * Projects a seat's result by the same change of shares in every seat.
 *
 * <ol>
 *   <li>A change applies, in points, where the party stood; who did not stand gets nothing.
 *   <li>What the changes that apply do not sum to is borne by the other parties in proportion to their shares.
 *   <li>Shares below 0 become 0, and all are scaled so that they sum to 100: no vote is lost or made. Where nothing
 *       would be left above 0, the seat stays as it was.
 *   <li>A party's candidates keep their proportions. The first wins; in a tie the holder keeps the seat. {@code other}
 *       is a bucket and wins no seat that it did not hold.
 * </ol>
 */
public final class UniformSwing {

    private static final double ALL = 100;

    /** In points: far below one vote of any electorate, far above what adding up doubles loses. */
    private static final double TIE = 1e-9;

    private final Map<String, Double> changes;

    /** @param changes by code of the party, in points */
    public UniformSwing(Map<String, Double> changes) {
        this.changes = Map.copyOf(changes);
    }

    public Projection project(Baseline seat) {
        Tally tally = seat.tally();
        Map<String, Double> shares = shares(tally);
        List<Placed> placed = seat.candidates().stream()
                .map(candidate -> new Placed(candidate, shareOf(candidate, seat, tally, shares)))
                .toList();
        Placed winner = winner(placed, seat.holder());
        double next = placed.stream()
                .filter(other -> other != winner)
                .mapToDouble(Placed::share)
                .max()
                .orElse(0);
        return new Projection(tally, seat.holder(), shares, winner.candidate().party(), winner.share() - next);
    }

    private Map<String, Double> shares(Tally tally) {
        double borne = 0;
        double bearers = 0;
        for (String party : tally.votes().keySet()) {
            if (changes.containsKey(party)) {
                borne -= changes.get(party);
            } else {
                bearers += exactShare(tally, party);
            }
        }
        Map<String, Double> left = new HashMap<>();
        for (String party : tally.votes().keySet()) {
            double share = exactShare(tally, party);
            double inProportion = bearers == 0 ? 0 : borne * share / bearers;
            left.put(party, Math.max(0, share + changes.getOrDefault(party, inProportion)));
        }
        if (sum(left) < TIE) {
            tally.votes().keySet().forEach(party -> left.put(party, exactShare(tally, party)));
        }
        return scaled(left, ALL / sum(left));
    }

    private static Map<String, Double> scaled(Map<String, Double> shares, double factor) {
        Map<String, Double> scaled = new LinkedHashMap<>();
        shares.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(party -> scaled.put(party.getKey(), party.getValue() * factor));
        return Collections.unmodifiableMap(scaled);
    }

    private static double sum(Map<String, Double> shares) {
        return shares.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double exactShare(Tally tally, String party) {
        return ALL * tally.votes(party) / tally.validVotes();
    }

    private static double shareOf(Candidate candidate, Baseline seat, Tally tally, Map<String, Double> shares) {
        long together = tally.votes(candidate.party());
        if (together > 0) {
            return shares.get(candidate.party()) * candidate.votes() / together;
        }
        long standing = seat.candidates().stream()
                .filter(other -> other.party().equals(candidate.party()))
                .count();
        return shares.get(candidate.party()) / standing;
    }

    private static Placed winner(List<Placed> placed, String holder) {
        List<Placed> eligible = placed.stream()
                .filter(place -> place.isOf(holder) || !place.isOf(Party.OTHER))
                .toList();
        double most = eligible.stream().mapToDouble(Placed::share).max().orElseThrow();
        return eligible.stream()
                .filter(place -> place.share() > most - TIE)
                .min(Comparator.comparing((Placed place) -> !place.isOf(holder))
                        .thenComparing(place -> -place.candidate().votes())
                        .thenComparing(place -> place.candidate().party()))
                .orElseThrow();
    }

    private record Placed(Candidate candidate, double share) {

        boolean isOf(String party) {
            return candidate.party().equals(party);
        }
    }
}
