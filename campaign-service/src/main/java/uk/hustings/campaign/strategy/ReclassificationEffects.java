package uk.hustings.campaign.strategy;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.strategy.domain.Classing;

/** Whoever can say beforehand what another class of a seat would touch. Every bean of this type is asked for a preview. */
public interface ReclassificationEffects {

    /** Something that another class of a seat would touch. */
    @Schema(name = "ReclassificationEffect", description = "Something that another class of a seat would touch")
    record Effect(
            SeatCode seatCode,

            @Schema(nullable = true, examples = "stoke-on-trent-north", description = "null: whoever works in the seat")
            String localParty,

            @Schema(
                    examples = "lock-loses-ground",
                    description = "lock-stands, lock-loses-ground, limit-begins or limit-ends")
            String effect,

            @Schema(examples = "The weekly limit no longer covers the seat.")
            String detail) {}

    /**
     * Reads only.
     *
     * @param steps those that would change the class
     */
    Uni<List<Effect>> of(Mutiny.StatelessSession session, List<Classing.Step> steps);
}
