package uk.hustings.campaign.strategy;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.export.CsvFile;
import uk.hustings.api.export.Table;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;

/** The lists of targets that headquarters publishes. Private: of each list one sees the seats that one's roles reach. */
@Path(TargetListDesk.PATH)
@Tag(name = "Strategy")
public class TargetListResource {

    private static final String EXAMPLE = """
            {"name": "106-targets", "classes": ["key", "battleground"],
             "reason": "The list that the campaign was announced with"}
            """;

    private static final Table<TargetListSeats.TargetSeat> COLUMNS = new Table<TargetListSeats.TargetSeat>()
            .column("position", TargetListSeats.TargetSeat::position)
            .column("seatCode", TargetListSeats.TargetSeat::seatCode)
            .column("name", TargetListSeats.TargetSeat::name)
            .column("battlegroundClass", TargetListSeats.TargetSeat::battlegroundClass);

    private final TargetListDesk desk;
    private final VisibleSeats visible;

    TargetListResource(TargetListDesk desk, VisibleSeats visible) {
        this.desk = desk;
        this.visible = visible;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("strategy:write")
    @Operation(
            operationId = "publishTargetList",
            summary = "Publish a list of targets, which is frozen from then on",
            description =
                    "From the classes as they are now, or of seats in an order of one's own. Another list under the"
                            + " same name is its next version.")
    @APIResponse(
            responseCode = "201",
            description = "The list, as it will stay",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TargetListSeats.class)))
    @APIResponse(responseCode = "409", description = "The same key is being worked on")
    @APIResponse(responseCode = "422", description = "Some of what was sent cannot be accepted; each fault is named")
    public Uni<Response> publish(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = TargetListOrder.class),
                                            examples = @ExampleObject(name = "Labour in 2015", value = EXAMPLE)))
                    @NotNull
                    @Valid
                    TargetListOrder order) {
        return desk.publish(visible.caller(), order).map(Reply::toResponse);
    }

    @GET
    @PermissionsAllowed("strategy:read")
    @Operation(
            operationId = "listTargetLists",
            summary = "Published lists of targets, newest first",
            description = "Each as if it had only the seats that you may see; one without such a seat is not told.")
    @APIResponse(responseCode = "200", description = "A page of lists")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Uni<Page<TargetListView>> list(
            @Parameter(description = "All versions under this name", example = "106-targets") @RestQuery String name,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        PageRequest page = PageRequest.of(
                QueryParameter.wholeNumber("limit", limit),
                cursor,
                "target-lists",
                name,
                visible.caller().subject());
        return desk.all(name).map(lists -> Page.of(lists, page, list -> list.name() + "/" + list.version()));
    }

    @GET
    @Path("/{name}/versions/{version}")
    @PermissionsAllowed("strategy:read")
    @Operation(operationId = "getTargetList", summary = "A published list with its seats, first target first")
    @APIResponse(responseCode = "200", description = "The list, as if it had only the seats that you may see")
    @APIResponse(
            responseCode = "404",
            description = "There is no such list, or none of its seats is one that you may see")
    public Uni<TargetListSeats> get(
            @Parameter(example = "106-targets") @RestPath String name,
            @Parameter(example = "1") @RestPath int version) {
        return desk.get(name, version);
    }

    @GET
    @Path("/{name}/versions/{version}/seats.csv")
    @Produces(Table.MEDIA_TYPE)
    @PermissionsAllowed("strategy:read")
    @Operation(
            operationId = "exportTargetList",
            summary = "The seats of a published list as a CSV file",
            description = "Holds what getTargetList would show to the same caller.")
    @APIResponse(responseCode = "200", description = "A header line and a line for each seat")
    @APIResponse(
            responseCode = "404",
            description = "There is no such list, or none of its seats is one that you may see")
    public Uni<CsvFile> export(
            @Parameter(example = "106-targets") @RestPath String name,
            @Parameter(example = "1") @RestPath int version) {
        return desk.get(name, version).map(list -> COLUMNS.csv(list.seats()));
    }

    @GET
    @Path("/{name}/comparison")
    @PermissionsAllowed("strategy:read")
    @Operation(
            operationId = "compareTargetLists",
            summary = "What became of one version of a list in another",
            description = "Both as if they had only the seats that you may see.")
    @APIResponse(responseCode = "200", description = "Seats that came, went and moved")
    @APIResponse(responseCode = "400", description = "A parameter is missing or cannot be accepted")
    @APIResponse(
            responseCode = "404",
            description = "There is no such version, or none of its seats is one that you may see")
    public Uni<ListComparisonView> compare(
            @Parameter(example = "106-targets") @RestPath String name,
            @Parameter(description = "The earlier version", required = true, example = "1") @RestQuery String from,
            @Parameter(description = "The later version", required = true, example = "2") @RestQuery String to) {
        return desk.compare(name, version("from", from), version("to", to));
    }

    private static int version(String parameter, String text) {
        return QueryParameter.required(parameter, QueryParameter.wholeNumber(parameter, text));
    }
}
