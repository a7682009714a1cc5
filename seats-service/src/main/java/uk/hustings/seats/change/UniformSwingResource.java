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

@Path("/v1/projections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Change")
@APIResponse(
        responseCode = "400",
        description = "A parameter cannot be accepted",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class UniformSwingResource {

    private final ProjectionList list;

    UniformSwingResource(ProjectionList list) {
        this.list = list;
    }

    @GET
    @Path("uniform-swing")
    @PermitAll
    @Operation(
            operationId = "projectUniformSwing",
            summary = "Which seats would change hands if parties' shares changed alike everywhere",
            description = "Arithmetic on a past result, not a forecast. A change applies in points where the party "
                    + "stood; who did not stand gets nothing. What the changes that apply in a seat do not sum to is "
                    + "borne by its other parties in proportion to their shares. A share that would fall below 0 is "
                    + "0, and the rest is scaled so that shares sum to 100; where nothing would be left, the seat "
                    + "stays as it was. The first candidate wins, candidates of one party keeping their proportions; "
                    + "in a tie whoever won the baseline keeps the seat. Parties without a code (other) win nothing.")
    @APIResponse(responseCode = "200", description = "The totals, and one page of seats")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    public ProjectionsView project(
            @BeanParam ProjectionList.Query wanted,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        return list.page(wanted, QueryParameter.wholeNumber("limit", limit), cursor);
    }

    @GET
    @Path("uniform-swing.csv")
    @Produces(Table.MEDIA_TYPE)
    @PermitAll
    @Operation(
            operationId = "exportUniformSwing",
            summary = "The seats after a uniform swing as a CSV file, whole",
            description =
                    "A column for the share of each party that stood in any of the seats; empty where it did not.")
    @APIResponse(responseCode = "200", description = "A header line and a line for each seat")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    public CsvFile csv(@BeanParam ProjectionList.Query wanted) {
        return list.csv(wanted);
    }
}
