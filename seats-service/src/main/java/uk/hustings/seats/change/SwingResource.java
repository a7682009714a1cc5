package uk.hustings.seats.change;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.export.CsvFile;
import uk.hustings.api.export.Table;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Change")
@APIResponse(
        responseCode = "400",
        description = "A parameter cannot be accepted, or the two elections are of different boundary sets",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class SwingResource {

    private final SwingList list;

    SwingResource(SwingList list) {
        this.list = list;
    }

    @GET
    @Path("swings")
    @PermitAll
    @Operation(
            operationId = "listSwings",
            summary = "How each seat, and all of them together, swung from one party to another between two elections",
            description = "Both elections must be of one boundary set; an election before new boundaries has a "
                    + "notional result on them (ge2019-notional-2024). butler: half of what the first party's lead "
                    + "over the second gained, ((A2 - A1) - (B2 - B1)) / 2 in points of all valid votes. two-party: "
                    + "what the first party gained of the votes for the two. Either is positive towards the first "
                    + "party and null where either did not stand in either election. The total is the swing of the "
                    + "summed votes, not the mean of the seats' swings.")
    @APIResponse(responseCode = "200", description = "The total, and one page of seats")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    public SwingsView list(
            @BeanParam SwingList.Query wanted,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        return list.page(wanted, QueryParameter.wholeNumber("limit", limit), cursor);
    }

    @GET
    @Path("swings.csv")
    @Produces(Table.MEDIA_TYPE)
    @PermitAll
    @Operation(operationId = "exportSwings", summary = "The swing of each seat as a CSV file, whole")
    @APIResponse(responseCode = "200", description = "A header line and a line for each seat")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    public CsvFile csv(@BeanParam SwingList.Query wanted) {
        return list.csv(wanted);
    }
}
