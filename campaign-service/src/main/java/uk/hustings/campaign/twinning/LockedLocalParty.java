package uk.hustings.campaign.twinning;

import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A local party that is locked out of a seat, with where it helps instead. */
@Schema(description = "A local party that is locked out of a seat, with where it helps instead")
public record LockedLocalParty(
        @Schema(examples = "exeter") String localParty,
        @Schema(examples = "Exeter") String name,

        @Schema(examples = "E12000009", description = "GSS code of the region")
        String region,

        List<LockedSeats.LockedSeat> lockedSeats,

        @Schema(description = "Whether a twinning of it is in force")
        boolean twinned,

        @Schema(description = "Proposed and accepted ones, first day first; empty if nobody has asked it anywhere")
        List<TwinningView> twinnings) {

    /** Those that nobody has asked anywhere first, then those that help nowhere yet, then the others; each by name. */
    static final Comparator<LockedLocalParty> WITHOUT_TWIN_FIRST = Comparator.comparing(LockedLocalParty::twinned)
            .thenComparing(party -> !party.twinnings().isEmpty())
            .thenComparing(LockedLocalParty::name)
            .thenComparing(LockedLocalParty::localParty);
}
