package uk.hustings.campaign.strategy;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.strategy.domain.ListComparison;

/** What became of one version of a list in another, on the wire. */
@Schema(
        name = "TargetListComparison",
        description = "What became of one version of a list in another; counted among the seats that you may see")
public record ListComparisonView(
        @Schema(examples = "106-targets") String name,
        @Schema(examples = "1") int from,
        @Schema(examples = "2") int to,
        List<Placed> added,
        List<Placed> removed,
        List<Moved> moved,

        @Schema(examples = "104", description = "How many seats stand where they stood")
        int stayed) {

    /** A seat with its position in the list that has it. */
    @Schema(name = "PlacedTarget", description = "A seat with its position in the list that has it")
    public record Placed(
            SeatCode seatCode, @Schema(examples = "3") int position) {}

    /** A seat of both lists whose position is another. */
    @Schema(name = "MovedTarget", description = "A seat of both lists whose position is another")
    public record Moved(
            SeatCode seatCode,
            @Schema(examples = "7") int fromPosition,
            @Schema(examples = "3") int toPosition) {}

    static ListComparisonView of(TargetList from, TargetList to) {
        ListComparison comparison = ListComparison.between(from.seatCodes(), to.seatCodes());
        return new ListComparisonView(
                from.name(),
                from.version(),
                to.version(),
                placed(comparison.added()),
                placed(comparison.removed()),
                comparison.moved().stream()
                        .map(seat -> new Moved(seat.seatCode(), seat.from(), seat.to()))
                        .toList(),
                comparison.stayed());
    }

    private static List<Placed> placed(List<ListComparison.Placed> seats) {
        return seats.stream()
                .map(seat -> new Placed(seat.seatCode(), seat.position()))
                .toList();
    }
}
