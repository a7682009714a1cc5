package uk.hustings.seats.facts;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.hustings.api.page.Page;
import uk.hustings.seats.facts.domain.BoundarySet;

@Path("/v1/boundary-sets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Seats")
public class BoundarySetResource {

    /** A boundary set as the API shows it. */
    @Schema(name = "BoundarySet")
    record BoundarySetView(
            @Schema(examples = "2010") String boundarySet,

            @Schema(
                    nullable = true,
                    description = "Polling day of the first general election held on it; null if there was none yet",
                    examples = "2010-05-06")
            LocalDate inForceFrom,

            @Schema(nullable = true, description = "Null if none has followed", examples = "2024-07-03")
            LocalDate inForceTo,

            @Schema(description = "How many seats are recorded", examples = "650")
            int seats) {

        private static BoundarySetView of(BoundarySet set) {
            return new BoundarySetView(set.code(), set.inForceFrom(), set.inForceTo(), set.seats());
        }
    }

    private final CurrentFacts current;

    BoundarySetResource(CurrentFacts current) {
        this.current = current;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listBoundarySets",
            summary = "Boundary sets in the order in which they came into force",
            description = "Codes of seats tell seats apart within a boundary set only: some stand in two of them.")
    @APIResponse(responseCode = "200", description = "All of them, in one page")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    public Page<BoundarySetView> list() {
        return new Page<>(current.get().boundarySets(), null).map(BoundarySetView::of);
    }
}
