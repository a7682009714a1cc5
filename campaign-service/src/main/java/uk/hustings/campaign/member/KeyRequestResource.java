package uk.hustings.campaign.member;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.access.Caller;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.ProblemDocument;

/** Requests for the key of a local party, which one person makes and another grants. */
@Path("/v1/campaign/local-parties/{localParty}/key-requests")
@Tag(name = "Local parties")
@APIResponse(
        responseCode = "403",
        description = "Your roles do not cover this local party, or a second person is needed",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(implementation = ProblemDocument.class)))
@APIResponse(
        responseCode = "404",
        description = "There is no such local party, member or request",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(implementation = ProblemDocument.class)))
public class KeyRequestResource {

    private static final String REQUEST = "key:request";
    private static final String GRANT = "key:grant";
    private static final List<String> STATUSES = List.of("open", "granted", "refused", "withdrawn", "expired");

    private final KeyRequestService requests;
    private final LocalPartyReach reach;

    KeyRequestResource(KeyRequestService requests, LocalPartyReach reach) {
        this.requests = requests;
        this.reach = reach;
    }

    @POST
    @Idempotent
    @PermissionsAllowed(REQUEST)
    @Operation(
            operationId = "requestKey",
            summary = "Ask that a member be given the key of the local party",
            description =
                    "A canvasser asks for itself, an organiser for any member. Somebody else has to grant it within"
                            + " 14 days. One request for a member is open at a time.")
    @APIResponse(
            responseCode = "201",
            description = "The request is open",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = KeyRequest.class)))
    @APIResponse(responseCode = "409", description = "A request is open already, or the member holds the key")
    @APIResponse(responseCode = "422", description = "Fields that cannot be accepted, each named")
    @APIResponse(
            responseCode = "503",
            description = "Keycloak cannot be asked at the moment",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDocument.class)))
    public Uni<Response> ask(
            @Parameter(example = "exeter") @RestPath String localParty, @NotNull @Valid KeyRequestOrder order) {
        Caller caller = reach.require(REQUEST, localParty);
        return requests.ask(caller, localParty, order, reach.covers(GRANT, localParty))
                .map(Reply::toResponse);
    }

    @GET
    @PermissionsAllowed(GRANT)
    @Operation(operationId = "listKeyRequests", summary = "Requests for the key of a local party, newest first")
    @APIResponse(responseCode = "200", description = "A page of requests")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Uni<Page<KeyRequest>> list(
            @Parameter(example = "exeter") @RestPath String localParty,
            @Parameter(description = "open, granted, refused, withdrawn or expired; all unless given", example = "open")
                    @RestQuery
                    String status,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        reach.require(GRANT, localParty);
        String wanted = QueryParameter.oneOf("status", status, STATUSES);
        PageRequest page =
                PageRequest.of(QueryParameter.wholeNumber("limit", limit), cursor, "key-requests", localParty, wanted);
        UUID after = page.after() == null ? null : UUID.fromString(page.after());
        return requests.list(localParty, wanted, after, page.limit() + 1)
                .map(rows -> Page.ofRows(
                        rows, page, request -> request.keyRequestId().toString()));
    }

    @POST
    @Path("/{keyRequestId}/grant")
    @Idempotent
    @PermissionsAllowed(GRANT)
    @Operation(
            operationId = "grantKey",
            summary = "Grant a request for the key",
            description =
                    "By somebody who did not ask for it and is not to hold it. The member's next token carries the"
                            + " key.")
    @APIResponse(
            responseCode = "200",
            description = "The member holds the key",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = KeyRequest.class)))
    @APIResponse(
            responseCode = "409",
            description = "The request is not open, the account is no longer a member, or it has wider roles")
    @APIResponse(responseCode = "422", description = "Fields that cannot be accepted, each named")
    @APIResponse(
            responseCode = "503",
            description = "Keycloak cannot be asked at the moment; the detail says what has been done so far",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDocument.class)))
    public Uni<Response> grant(
            @Parameter(example = "exeter") @RestPath String localParty,
            @RestPath UUID keyRequestId,
            @NotNull @Valid KeyRequestAnswer answer) {
        Caller caller = reach.require(GRANT, localParty);
        return requests.grant(caller, localParty, keyRequestId, answer.reason()).map(Reply::toResponse);
    }

    @POST
    @Path("/{keyRequestId}/refusal")
    @Idempotent
    @PermissionsAllowed(GRANT)
    @Operation(operationId = "refuseKey", summary = "Refuse a request for the key")
    @APIResponse(
            responseCode = "200",
            description = "Refused",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = KeyRequest.class)))
    @APIResponse(responseCode = "409", description = "The request is not open")
    @APIResponse(responseCode = "422", description = "Fields that cannot be accepted, each named")
    public Uni<Response> refuse(
            @Parameter(example = "exeter") @RestPath String localParty,
            @RestPath UUID keyRequestId,
            @NotNull @Valid KeyRequestAnswer answer) {
        Caller caller = reach.require(GRANT, localParty);
        return requests.refuse(caller, localParty, keyRequestId, answer.reason())
                .map(Reply::toResponse);
    }
}
