package uk.hustings.seats.seat;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.intake.ImportReceipt;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.seats.facts.CurrentFacts;
import uk.hustings.seats.facts.FactsGate;
import uk.hustings.seats.facts.FactsQuery;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.facts.domain.Standing;

@Path("/v1/seats")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Seats")
@APIResponse(
        responseCode = "400",
        description = "A parameter, the body or the cursor cannot be accepted",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class SeatResource {

    private static final String EXAMPLE = """
            boundarySet,seatCode,name,regionCode,regionName,country,county,type,electorate,centroidLat,centroidLon
            2010,E14000653,Crewe and Nantwich,E12000002,North West,England,Cheshire,County,79728,53.06246,-2.42874
            """;

    private final CurrentFacts current;
    private final FactsQuery query;
    private final FactsGate gate;
    private final SeatImport imports;

    SeatResource(CurrentFacts current, FactsQuery query, FactsGate gate, SeatImport imports) {
        this.current = current;
        this.query = query;
        this.gate = gate;
        this.imports = imports;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listSeats", summary = "Seats by name, each with its holder and majority on a day")
    @APIResponse(responseCode = "200", description = "One page of seats")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    public Page<SeatView> list(
            @Parameter(description = "Part of the name; accents and capitals do not matter", example = "crewe")
                    @RestQuery
                    String q,
            @Parameter(description = "GSS code of a region", example = "E12000002") @RestQuery String region,
            @Parameter(description = "Code of the party that holds the seat", example = "con") @RestQuery String holder,
            @Parameter(description = "End of this day; today unless given", example = "2015-04-14") @RestQuery
                    String asOf,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        Facts facts = current.get();
        LocalDate day = query.asOf(asOf);
        String within = query.region(facts, region);
        String heldBy = query.party("holder", facts, holder);
        PageRequest request =
                PageRequest.of(QueryParameter.wholeNumber("limit", limit), cursor, "seats", q, day, within, heldBy);
        List<Standing> standings = facts.standings(day).stream()
                .filter(standing -> q == null || standing.seat().isCalled(q))
                .filter(standing ->
                        within == null || standing.seat().regionCode().equals(within))
                .filter(standing -> heldBy == null || standing.isHeldBy(heldBy))
                .toList();
        return Page.of(standings, request, standing -> standing.seat().code().value())
                .map(SeatView::of);
    }

    @GET
    @Path("{seatCode}")
    @PermitAll
    @Operation(operationId = "getSeat", summary = "One seat with its latest result on a day")
    @APIResponse(responseCode = "200", description = "The seat")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(responseCode = "404", description = "No seat has this code")
    public SeatDetail get(
            @RestPath SeatCode seatCode,
            @Parameter(description = "End of this day; today unless given", example = "2015-04-14") @RestQuery
                    String asOf) {
        Facts facts = current.get();
        LocalDate day = query.asOf(asOf);
        return facts.seat(seatCode)
                .map(seat -> SeatDetail.of(facts.standing(seat, day)))
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("No seat has this code."));
    }

    @POST
    @Path("imports")
    @Consumes("text/csv")
    @Idempotent
    @PermissionsAllowed("election:write")
    @Operation(operationId = "importSeats", summary = "Record seats, all of a file or none")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            description = "1 to 128 visible ASCII characters, new for each new request",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 128, examples = "seats-2010-1"))
    @APIResponse(
            responseCode = "201",
            description = "Recorded, or recorded before with the same content",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportReceipt.class)))
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "403", description = "None of the caller's roles carries election:write")
    @APIResponse(
            responseCode = "409",
            description = "Recorded already with other content, or the same key is being worked on")
    @APIResponse(
            responseCode = "422",
            description = "Rows or fields that cannot be accepted, each named; or the key was used for another body")
    public Uni<Response> importSeats(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = SchemaType.STRING),
                                            examples = @ExampleObject(name = "seats", value = EXAMPLE)))
                    String csv) {
        SeatSheet sheet = SeatSheet.read(csv);
        return gate.letIn(session -> imports.record(session, sheet));
    }
}
