package uk.hustings.campaign.localparty;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
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
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.conditional.Preconditions;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;

/** Local parties and their seats. */
@Path(LocalPartyResource.PATH)
@Tag(name = "Local parties")
public class LocalPartyResource {

    static final String PATH = "/v1/campaign/local-parties";

    private static final String FOUNDING = """
            {"localParty": "crewe-and-nantwich", "name": "Crewe and Nantwich", "region": "E12000002",
             "seatCodes": ["E14000653"], "reason": "A party of its own since 2015"}
            """;

    private static final String CHANGE = """
            {"name": "Crewe & Nantwich", "region": "E12000002", "seatCodes": ["E14000653"],
             "reason": "The members voted for the old name"}
            """;

    private static final String MERGER = """
            {"into": "stoke-on-trent-north", "reason": "Too few members for two of them"}
            """;

    private final VisibleLocalParties visible;
    private final LocalPartyRecords records;
    private final LocalPartyChanges changes;
    private final Preconditions preconditions;
    private final Mutiny.SessionFactory sessions;

    LocalPartyResource(
            VisibleLocalParties visible,
            LocalPartyRecords records,
            LocalPartyChanges changes,
            Preconditions preconditions,
            Mutiny.SessionFactory sessions) {
        this.visible = visible;
        this.records = records;
        this.changes = changes;
        this.preconditions = preconditions;
        this.sessions = sessions;
    }

    static Problem absent() {
        return ProblemType.NOT_FOUND.because("No local party has this id.");
    }

    @GET
    @PermissionsAllowed("local-party:read")
    @Operation(
            operationId = "listLocalParties",
            summary = "Local parties that you may see, by name",
            description = "Those that were merged into another are not among them.")
    @APIResponse(responseCode = "200", description = "A page of local parties")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Page<LocalParty> list(
            @BeanParam LocalPartyQuery query,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        return Page.of(
                query.of(visible.all()),
                PageRequest.of(
                        QueryParameter.wholeNumber("limit", limit),
                        cursor,
                        "local-parties",
                        query.view(),
                        visible.caller().subject()),
                LocalParty::localParty);
    }

    @GET
    @Path("/{localParty}")
    @PermissionsAllowed("local-party:read")
    @Operation(
            operationId = "getLocalParty",
            summary = "One local party",
            description = "One that was merged says into which, and has no seats.")
    @APIResponse(responseCode = "200", description = "The local party")
    @APIResponse(responseCode = "403", description = "None of your roles covers a seat of this local party")
    @APIResponse(responseCode = "404", description = "No local party has this id")
    public LocalParty get(@Parameter(example = "crewe-and-nantwich") @RestPath String localParty) {
        return visible.get(localParty);
    }

    @GET
    @Path("/{localParty}/history")
    @PermissionsAllowed("local-party:read")
    @Operation(
            operationId = "listLocalPartyChanges",
            summary = "How a local party was, and who changed it, when and why, newest first")
    @APIResponse(responseCode = "200", description = "A page of changes")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    @APIResponse(responseCode = "403", description = "None of your roles covers a seat of this local party")
    @APIResponse(responseCode = "404", description = "No local party has this id")
    public Uni<Page<LocalPartyChange>> history(
            @Parameter(example = "crewe-and-nantwich") @RestPath String localParty,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        visible.get(localParty);
        PageRequest page = PageRequest.of(
                QueryParameter.wholeNumber("limit", limit),
                cursor,
                "local-party-changes",
                localParty,
                visible.caller().subject());
        Long before = page.after() == null ? null : Long.valueOf(page.after());
        return sessions.withStatelessSession(session -> records.history(session, localParty, before, page.limit() + 1))
                .map(rows -> Page.ofRows(rows, page, change -> Long.toString(change.number())));
    }

    @POST
    @Idempotent
    @PermissionsAllowed("local-party:write")
    @Operation(operationId = "foundLocalParty", summary = "Add a local party, with seats that nobody has")
    @APIResponse(
            responseCode = "201",
            description = "The local party",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LocalParty.class)))
    @APIResponse(responseCode = "409", description = "The id is taken, or the same key is being worked on")
    @APIResponse(responseCode = "422", description = "Some of what was sent cannot be accepted; each fault is named")
    public Uni<Response> found(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = FoundingOrder.class),
                                            examples = @ExampleObject(name = "Crewe and Nantwich", value = FOUNDING)))
                    @NotNull
                    FoundingOrder order) {
        return changes.found(visible.caller(), order).map(Reply::toResponse);
    }

    @PUT
    @Path("/{localParty}")
    @PermissionsAllowed("local-party:write")
    @Operation(
            operationId = "changeLocalParty",
            summary = "State a local party anew, whole: its name, region and seats",
            description =
                    "The id stays, and history keeps what was before. Who loses a seat loses the roles on it at once,"
                            + " and a lock there ends; the running week's counts there count for the new owner.")
    @APIResponse(responseCode = "200", description = "The local party as it is now")
    @APIResponse(responseCode = "404", description = "No local party has this id")
    @APIResponse(responseCode = "409", description = "It is merged, or another local party would lose its last seat")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    @APIResponse(responseCode = "422", description = "Some of what was sent cannot be accepted; each fault is named")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<LocalParty> change(
            @Parameter(example = "crewe-and-nantwich") @RestPath String localParty,
            @RestHeader("If-Match")
                    @Parameter(
                            description = "The ETag of the local party as you read it",
                            required = true,
                            example = "\"6d1f0c2b9a8e7d5c4b3a2910\"")
                    String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = LocalPartyOrder.class),
                                            examples = @ExampleObject(name = "another name", value = CHANGE)))
                    @NotNull
                    LocalPartyOrder order) {
        return changes.change(visible.caller(), localParty, order, current -> preconditions.require(ifMatch, current));
    }

    @POST
    @Path("/{localParty}/merger")
    @Idempotent
    @PermissionsAllowed("local-party:write")
    @Operation(
            operationId = "mergeLocalParty",
            summary = "Merge a local party into another of its region",
            description =
                    "Its seats move; its contacts and decisions stay under its own id. Its locks end, and the running"
                            + " week's counts in its seats count for the other from now on.")
    @APIResponse(
            responseCode = "200",
            description = "The local party that goes on, with all of the seats",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LocalParty.class)))
    @APIResponse(responseCode = "404", description = "No local party has this id")
    @APIResponse(responseCode = "409", description = "It is merged already, or the same key is being worked on")
    @APIResponse(responseCode = "422", description = "Some of what was sent cannot be accepted; each fault is named")
    public Uni<Response> merge(
            @Parameter(example = "crewe-and-nantwich") @RestPath String localParty,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = MergerOrder.class),
                                            examples = @ExampleObject(name = "two become one", value = MERGER)))
                    @NotNull
                    MergerOrder order) {
        return changes.merge(visible.caller(), localParty, order).map(Reply::toResponse);
    }
}
