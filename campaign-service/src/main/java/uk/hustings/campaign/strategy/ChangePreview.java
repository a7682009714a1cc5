package uk.hustings.campaign.strategy;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;
import uk.hustings.campaign.strategy.domain.Classing.Step;

/** What a change would change. */
@Schema(name = "StrategyChangePreview", description = "What a change would change; nothing is written")
public record ChangePreview(
        @Schema(examples = "0", description = "Edition of the strategy that was looked at")
        long edition,

        @Schema(description = "Of each class, how many seats it has and would have")
        List<ClassCount> classes,

        @Schema(description = "Seats that would have another class or another source of it")
        List<ChangedSeat> seats,

        @Schema(description = "Standing locks and limits that it would touch")
        List<ReclassificationEffects.Effect> effects) {

    /** How many seats have a class. */
    @Schema(name = "ClassCount", description = "How many seats have a class, and would have it")
    public record ClassCount(
            @Schema(examples = "key") String battlegroundClass,
            @Schema(examples = "50") long before,
            @Schema(examples = "51") long after) {

        static ClassCount of(BattlegroundClass counted, List<BattlegroundClass> before, List<BattlegroundClass> after) {
            return new ClassCount(
                    counted.code(),
                    before.stream().filter(counted::equals).count(),
                    after.stream().filter(counted::equals).count());
        }
    }

    /** A seat whose class, or the source of it, changes. */
    @Schema(name = "ChangedSeat", description = "A seat whose class, or the source of it, changes")
    public record ChangedSeat(
            SeatCode seatCode,
            @Schema(examples = "Crewe and Nantwich") String name,
            @Schema(examples = "battleground") String fromClass,
            @Schema(examples = "key") String toClass,

            @Schema(examples = "rule", description = "rule or hand")
            String fromClassedBy,

            @Schema(examples = "hand", description = "rule or hand")
            String toClassedBy) {

        static ChangedSeat of(Step step, Seats seats) {
            return new ChangedSeat(
                    step.seatCode(),
                    seats.get(step.seatCode()).name(),
                    step.from().battlegroundClass().code(),
                    step.to().battlegroundClass().code(),
                    Classes.source(step.from().byHand()),
                    Classes.source(step.to().byHand()));
        }
    }
}
