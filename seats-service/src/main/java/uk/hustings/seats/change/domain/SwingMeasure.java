package uk.hustings.seats.change.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a swing between two parties is measured. A positive swing goes to the first of the pair. */
public enum SwingMeasure {

    /**
     * Half of what the first party's lead over the second gained, in points of all valid votes:
     * ((A2 - A1) - (B2 - B1)) / 2. The conventional swing, after D. Butler.
     */
    BUTLER {
        @Override
        double of(Tally before, Tally after, PartyPair pair) {
            return SignedPoints.gained(
                    after.lead(pair), 2 * after.validVotes(), before.lead(pair), 2 * before.validVotes());
        }
    },

    /** What the first party's share of the votes for the two of them gained, in points. After M. Steed. */
    TWO_PARTY {
        @Override
        double of(Tally before, Tally after, PartyPair pair) {
            return SignedPoints.gained(
                    after.votes(pair.first()), after.together(pair),
                    before.votes(pair.first()), before.together(pair));
        }
    };

    /** As it is written on the wire: {@code butler} or {@code two-party}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<SwingMeasure> fromCode(String code) {
        return Arrays.stream(values())
                .filter(measure -> measure.code().equals(code))
                .findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(SwingMeasure::code).toList();
    }

    /**
     * The swing from one result to another, computed from votes.
     *
     * @return points to four decimals; null if either party did not stand, or neither got a vote, in either result
     */
    public Double between(Tally before, Tally after, PartyPair pair) {
        boolean measurable =
                before.stood(pair) && after.stood(pair) && before.together(pair) > 0 && after.together(pair) > 0;
        return measurable ? of(before, after, pair) : null;
    }

    abstract double of(Tally before, Tally after, PartyPair pair);
}
