package uk.hustings.seats.ranking.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.hustings.seats.facts.domain.Standing;
import uk.hustings.seats.ranking.domain.Move.Kind;
import uk.hustings.seats.ranking.domain.Move.Reason;
import uk.hustings.seats.seat.domain.SeatKey;

/** Compares a challenger's rankings of two days. */
public final class Comparison {

    private final String party;
    private final int top;

    private Comparison(String party, int top) {
        this.party = party;
        this.top = top;
    }

    /**
     * @param before how every seat of a boundary set stood on the earlier day
     * @param after how the same seats stood on the later day
     * @param top how many of each ranking are compared, from its first
     * @return every seat that is among them on either day, by its later rank, those that left last by their earlier one
     */
    public static List<Move> of(List<Standing> before, List<Standing> after, String party, int top) {
        return new Comparison(party, top).moves(before, after);
    }

    private List<Move> moves(List<Standing> before, List<Standing> after) {
        Map<SeatKey, Standing> stoodBefore = new HashMap<>();
        before.forEach(standing -> stoodBefore.put(standing.seat().key(), standing));
        Map<SeatKey, RankedSeat> rankedBefore = ranked(before);
        Map<SeatKey, RankedSeat> rankedAfter = ranked(after);
        List<Move> moves = new ArrayList<>();
        for (Standing now : after) {
            SeatKey seat = now.seat().key();
            RankedSeat then = rankedBefore.get(seat);
            RankedSeat later = rankedAfter.get(seat);
            if (isTop(then) || isTop(later)) {
                Kind kind = kind(then, later);
                moves.add(new Move(now.seat(), kind, reason(kind, stoodBefore.get(seat), now), then, later));
            }
        }
        moves.sort(Comparator.comparing(
                        (Move move) -> isTop(move.after()) ? move.after().rank() : Integer.MAX_VALUE)
                .thenComparing(move -> move.before() == null ? 0 : move.before().rank()));
        return List.copyOf(moves);
    }

    private Map<SeatKey, RankedSeat> ranked(List<Standing> standings) {
        Map<SeatKey, RankedSeat> ranked = new HashMap<>();
        Ranking.of(standings, party, Side.CHALLENGER, Measure.POINTS).stream()
                .filter(seat -> seat.rank() != null)
                .forEach(seat -> ranked.put(seat.standing().seat().key(), seat));
        return ranked;
    }

    private boolean isTop(RankedSeat seat) {
        return seat != null && seat.rank() <= top;
    }

    private Kind kind(RankedSeat before, RankedSeat after) {
        if (!isTop(before)) {
            return Kind.ENTERED;
        }
        if (!isTop(after)) {
            return Kind.LEFT;
        }
        int up = before.rank() - after.rank();
        return up == 0 ? Kind.STAYED : up > 0 ? Kind.UP : Kind.DOWN;
    }

    private Reason reason(Kind kind, Standing before, Standing after) {
        if (after.isHeldBy(party) != before.isHeldBy(party)) {
            return switch (after.by()) {
                case DEFECTION -> Reason.DEFECTION;
                case VACANCY -> Reason.VACANCY;
                case ELECTION, NOTIONAL -> after.isHeldBy(party) ? Reason.WON : Reason.LOST;
            };
        }
        boolean sameResult = before.latest() != null
                && before.latest().electionId().equals(after.latest().electionId());
        if (!sameResult) {
            return Reason.NEW_RESULT;
        }
        return kind == Kind.STAYED ? Reason.NONE : Reason.OTHERS_MOVED;
    }
}
