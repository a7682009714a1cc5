package uk.hustings.seats.seat;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.hustings.api.export.Table;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.intake.ImportReceipt;
import uk.hustings.seats.facts.FactsGate;

@Path("/v1/seats")
@Consumes(Table.MEDIA_TYPE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Seats")
@APIResponse(
        responseCode = "201",
        description = "Recorded, or recorded before with the same content",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ImportReceipt.class)))
@APIResponse(responseCode = "400", description = "This is no CSV file of these columns")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "None of the caller's roles carries election:write")
@APIResponse(
        responseCode = "409",
        description = "Recorded already with other content, or the same key is being worked on")
@APIResponse(
        responseCode = "422",
        description = "Rows or fields that cannot be accepted, each named; or the key was used for another body")
public class SeatImportResource {

    private static final String SEATS = """
            boundarySet,seatCode,name,regionCode,regionName,country,county,type,electorate,centroidLat,centroidLon,areaKm2,hexQ,hexR
            2010,E14000653,Crewe and Nantwich,E12000002,North West,England,Cheshire,county,79728,53.06246,-2.42874,169.4,-3,4
            """;
    private static final String BORDERS = """
            boundarySet,seatCodeA,seatCodeB,sharedBoundaryKm
            2010,E14000653,E14000684,41.3
            """;
    private static final String POSTCODE_CENTROIDS = """
            boundarySet,seatCode,postcodeLat,postcodeLon
            2010,E14000653,53.08516,-2.45866
            """;
    private static final String OVERLAPS = """
            fromBoundarySet,fromSeatCode,toBoundarySet,toSeatCode,fromPopulationFraction,toPopulationFraction,\
            fromDwellingsFraction,toDwellingsFraction,fromAreaFraction,toAreaFraction
            2010,E14000530,2024,E14001063,1,0.948547662,1,0.946047224,1,0.927963015
            """;
    private static final String HOLDER_EVENTS = """
            boundarySet,seatCode,day,kind,party,note,source
            2010,E14000642,2014-08-29,vacancy,,Douglas Carswell resigned the seat,HM Treasury
            """;

    private final FactsGate gate;
    private final SeatImport imports;

    SeatImportResource(FactsGate gate, SeatImport imports) {
        this.gate = gate;
        this.imports = imports;
    }

    @POST
    @Path("imports")
    @Idempotent
    @PermissionsAllowed("election:write")
    @Operation(operationId = "importSeats", summary = "Record seats, all of a file or none")
    public Uni<Response> importSeats(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = Table.MEDIA_TYPE,
                                            schema = @Schema(type = SchemaType.STRING),
                                            examples = @ExampleObject(name = "seats", value = SEATS)))
                    String csv) {
        SeatSheet sheet = SeatSheet.read(csv);
        return gate.letIn(session -> imports.seats(session, sheet));
    }

    @POST
    @Path("neighbours/imports")
    @Idempotent
    @PermissionsAllowed("election:write")
    @Operation(operationId = "importNeighbours", summary = "Record which seats share a boundary, all of a file or none")
    public Uni<Response> importNeighbours(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = Table.MEDIA_TYPE,
                                            schema = @Schema(type = SchemaType.STRING),
                                            examples = @ExampleObject(name = "neighbours", value = BORDERS)))
                    String csv) {
        return gate.letIn(session -> imports.borders(session, csv));
    }

    @POST
    @Path("postcode-centroids/imports")
    @Idempotent
    @PermissionsAllowed("election:write")
    @Operation(
            operationId = "importPostcodeCentroids",
            summary = "Record the mean place of the postcodes of seats, all of a file or none",
            description = "Travel is measured from there; where it is not known, from the middle of the area.")
    public Uni<Response> importPostcodeCentroids(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = Table.MEDIA_TYPE,
                                            schema = @Schema(type = SchemaType.STRING),
                                            examples = @ExampleObject(name = "centroids", value = POSTCODE_CENTROIDS)))
                    String csv) {
        return gate.letIn(session -> imports.postcodeCentroids(session, csv));
    }

    @POST
    @Path("successors/imports")
    @Idempotent
    @PermissionsAllowed("election:write")
    @Operation(
            operationId = "importSuccessors",
            summary = "Record how seats passed into those of other boundaries, all of a file or none")
    public Uni<Response> importSuccessors(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = Table.MEDIA_TYPE,
                                            schema = @Schema(type = SchemaType.STRING),
                                            examples = @ExampleObject(name = "successors", value = OVERLAPS)))
                    String csv) {
        return gate.letIn(session -> imports.overlaps(session, csv));
    }

    @POST
    @Path("holder-events/imports")
    @Idempotent
    @PermissionsAllowed("election:write")
    @Operation(
            operationId = "importHolderEvents",
            summary = "Record defections and vacancies between elections, all of a file or none")
    public Uni<Response> importHolderEvents(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = Table.MEDIA_TYPE,
                                            schema = @Schema(type = SchemaType.STRING),
                                            examples = @ExampleObject(name = "events", value = HOLDER_EVENTS)))
                    String csv) {
        return gate.letIn(session -> imports.holderEvents(session, csv));
    }
}
