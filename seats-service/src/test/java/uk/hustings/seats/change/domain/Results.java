package uk.hustings.seats.change.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import uk.hustings.seats.change.domain.Baseline.Candidate;

/** Results as they could be, out of a seeded generator. */
final class Results {

    private static final List<String> OTHERS = List.of("ld", "green", "ukip", "snp", "ind", "other");
    private static final int MOST_VOTES = 40_000;

    private Results() {}

    /** A result in which con and lab stood and got votes, and perhaps others. */
    static Tally tally(Random random) {
        Map<String, Long> votes = new HashMap<>();
        votes.put("con", 1L + random.nextInt(MOST_VOTES));
        votes.put("lab", 1L + random.nextInt(MOST_VOTES));
        OTHERS.stream()
                .filter(party -> random.nextBoolean())
                .forEach(party -> votes.put(party, (long) random.nextInt(MOST_VOTES)));
        return new Tally(votes, null);
    }

    /** A seat with two to eight candidates, some of one code, some without a vote, never won by {@code other}. */
    static Baseline baseline(Random random) {
        List<String> parties = new ArrayList<>(OTHERS);
        Collections.addAll(parties, "con", "lab", "ind", "other");
        Collections.shuffle(parties, random);
        List<Candidate> candidates = new ArrayList<>();
        int standing = 2 + random.nextInt(7);
        for (String party : parties.subList(0, standing)) {
            long votes = random.nextInt(5) == 0 ? 0 : random.nextInt(MOST_VOTES);
            candidates.add(new Candidate(party, party.equals("other") ? votes / 100 : votes));
        }
        candidates.add(new Candidate("sdlp", 500 + random.nextInt(MOST_VOTES)));
        Candidate first = candidates.stream()
                .max(Comparator.comparingLong(Candidate::votes))
                .orElseThrow();
        return new Baseline(candidates, first.party());
    }

    /** Changes of up to a few points, or of up to a hundred, of some of the parties. */
    static Map<String, Double> changes(Random random) {
        Map<String, Double> changes = new HashMap<>();
        double most = random.nextBoolean() ? 8 : 100;
        for (String party : List.of("con", "lab", "ld", "green", "snp", "ind", "other", "sdlp")) {
            if (random.nextInt(3) == 0) {
                changes.put(party, most * (2 * random.nextDouble() - 1));
            }
        }
        return changes;
    }
}
