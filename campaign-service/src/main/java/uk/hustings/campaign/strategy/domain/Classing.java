package uk.hustings.campaign.strategy.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.hustings.api.id.SeatCode;

/**
 * What the class of every seat rests on: the rule, and what a person decided otherwise.
 *
 * @param rule for every seat that is not classed by hand
 * @param byHand seats classed by hand
 */
public record Classing(ClassRule rule, Map<SeatCode, BattlegroundClass> byHand) {

    /**
     * What the rule looks at in a seat.
     *
     * @param held whether we hold the seat
     * @param targetRank 1 for the nearest target; null if we hold the seat or did not stand there
     * @param majorityPts the holder's lead over the second; null without a result
     */
    public record Seat(SeatCode seatCode, boolean held, Integer targetRank, BigDecimal majorityPts) {}

    /** A class with where it comes from. */
    public record Classed(BattlegroundClass battlegroundClass, boolean byHand) {}

    /** What changes in a seat: its class, or whether a person answers for it. */
    public record Step(SeatCode seatCode, Classed from, Classed to) {

        /** Whether the class itself is another one. */
        public boolean reclassifies() {
            return from.battlegroundClass() != to.battlegroundClass();
        }
    }

    public Classing {
        byHand = Map.copyOf(byHand);
    }

    public Classed of(Seat seat) {
        BattlegroundClass chosen = byHand.get(seat.seatCode());
        return chosen != null ? new Classed(chosen, true) : new Classed(byRule(seat), false);
    }

    public BattlegroundClass byRule(Seat seat) {
        return rule.classOf(seat.held(), seat.targetRank(), seat.majorityPts());
    }

    public Classing withRule(ClassRule other) {
        return new Classing(other, byHand);
    }

    /** @param chosen class by hand of each seat; null gives the seat back to the rule */
    public Classing withHand(Map<SeatCode, BattlegroundClass> chosen) {
        Map<SeatCode, BattlegroundClass> all = new HashMap<>(byHand);
        chosen.forEach((seat, battlegroundClass) -> {
            if (battlegroundClass == null) {
                all.remove(seat);
            } else {
                all.put(seat, battlegroundClass);
            }
        });
        return new Classing(rule, all);
    }

    /** What is another way in {@code after}, in the order of the seats. */
    public List<Step> stepsTo(Classing after, Collection<Seat> seats) {
        List<Step> steps = new ArrayList<>();
        for (Seat seat : seats) {
            Classed before = of(seat);
            Classed then = after.of(seat);
            if (!before.equals(then)) {
                steps.add(new Step(seat.seatCode(), before, then));
            }
        }
        return steps;
    }
}
