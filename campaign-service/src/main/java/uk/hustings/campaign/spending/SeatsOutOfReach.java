package uk.hustings.campaign.spending;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.hustings.access.Caller;
import uk.hustings.access.Ruling;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.problem.ProblemType;

/** The seats of an import in which the caller may not record anything. */
final class SeatsOutOfReach {

    private static final int MOST_NAMED = 100;

    private final SpendingRights rights;
    private final Caller caller;
    private final Map<SeatCode, Ruling> rulings = new TreeMap<>();

    SeatsOutOfReach(SpendingRights rights, Caller caller) {
        this.rights = rights;
        this.caller = caller;
    }

    void met(SeatCode seat) {
        rulings.computeIfAbsent(seat, code -> rights.toWrite(caller, code));
    }

    /** @throws uk.hustings.api.problem.Problem SEAT_OUT_OF_REACH naming them, if there are any */
    void refuse() {
        List<SeatCode> beyond = rulings.entrySet().stream()
                .filter(ruling -> !ruling.getValue().granted())
                .map(Map.Entry::getKey)
                .toList();
        if (!beyond.isEmpty()) {
            throw ProblemType.SEAT_OUT_OF_REACH
                    .because("Your roles do not cover %d of these seats; nothing was written.".formatted(beyond.size()))
                    .with("seatCodes", beyond.stream().limit(MOST_NAMED).toList());
        }
    }
}
