package uk.hustings.campaign.strategy;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;

/** A published list with its seats, on the wire. */
@Schema(name = "TargetListSeats", description = "A published list of targets with the seats that you may see")
public record TargetListSeats(TargetListView list, List<TargetSeat> seats) {

    /** A seat of a list. */
    @Schema(name = "TargetSeat", description = "A seat of a published list")
    public record TargetSeat(
            @Schema(examples = "1", description = "1 for the first target, counted among the seats that you may see")
            int position,

            SeatCode seatCode,

            @Schema(nullable = true, examples = "Hendon", description = "null if the seat is no longer known")
            String name,

            @Schema(examples = "key", description = "The class that it had when the list was published")
            String battlegroundClass) {}

    static TargetListSeats of(TargetList list, Seats known) {
        List<TargetSeat> seats = new ArrayList<>();
        for (TargetList.Target target : list.seats()) {
            seats.add(new TargetSeat(
                    seats.size() + 1,
                    target.seatCode(),
                    known.find(target.seatCode()).map(Standing::name).orElse(null),
                    target.battlegroundClass().code()));
        }
        return new TargetListSeats(TargetListView.of(list), seats);
    }
}
