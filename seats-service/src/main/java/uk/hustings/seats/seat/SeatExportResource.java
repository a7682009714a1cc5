package uk.hustings.seats.seat;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.export.CsvFile;
import uk.hustings.api.export.Table;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.seats.facts.CurrentFacts;
import uk.hustings.seats.facts.FactsQuery;
import uk.hustings.seats.facts.domain.Facts;

@Path("/v1")
@Tag(name = "Seats")
@APIResponse(
        responseCode = "400",
        description = "A parameter cannot be accepted",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class SeatExportResource {

    private final CurrentFacts current;
    private final FactsQuery query;
    private final SeatList list;

    SeatExportResource(CurrentFacts current, FactsQuery query, SeatList list) {
        this.current = current;
        this.query = query;
        this.list = list;
    }

    @GET
    @Path("seats.csv")
    @Produces(Table.MEDIA_TYPE)
    @PermitAll
    @Operation(operationId = "exportSeats", summary = "The list of seats as a CSV file, whole")
    @APIResponse(responseCode = "200", description = "A header line and a line for each seat")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    public CsvFile csv(@BeanParam SeatFilter filter, @BeanParam SeatList.Query wanted) {
        return list.find(filter, wanted).csv(SeatView.TABLE, SeatView::of);
    }

    @GET
    @Path("seats.hexjson")
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(operationId = "getHexMap", summary = "The seats of a boundary set as a hex map, in hexjson")
    @APIResponse(responseCode = "200", description = "A hexagon for each seat that has a place")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    public HexMap hexMap(
            @Parameter(
                            description = "Code of a boundary set; unless given, the one in force on the day",
                            example = "2010")
                    @RestQuery
                    String boundarySet,
            @Parameter(description = "Holders at the end of this day; today unless given", example = "2015-04-14")
                    @RestQuery
                    String asOf) {
        Facts facts = current.get();
        LocalDate day = query.asOf(facts, asOf);
        return HexMap.of(facts.standings(query.boundarySet(facts, boundarySet, day), day));
    }
}
