package uk.hustings.campaign.contact;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.page.Page;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.campaign.access.Grounds;

/** Contacts made in a seat. */
@Path("/v1/campaign/seats/{seatCode}/contacts")
@Tag(name = "Contacts")
public class ContactResource {

    private final ContactDesk desk;
    private final SecurityIdentity identity;

    ContactResource(ContactDesk desk, SecurityIdentity identity) {
        this.desk = desk;
        this.identity = identity;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("contact:report")
    @Operation(
            operationId = "reportContacts",
            summary = "Record contacts made by a local party in a seat",
            description = "The batch that crosses the limit of the week is accepted whole, and locks.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; what follows for access is in the answer",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ContactReceipt.class)))
    @APIResponse(
            responseCode = "403",
            description = "The local party is locked out of this seat, or the caller does not reach it",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(responseCode = "404", description = "No seat has this code")
    @APIResponse(
            responseCode = "409",
            description = "A batch with this sourceBatchId is recorded already, or the same key is being worked on")
    @APIResponse(
            responseCode = "422",
            description = "Counts that cannot be accepted, each named; or the key was used for another body")
    public Uni<Response> report(@RestPath SeatCode seatCode, @NotNull @Valid ContactBatch batch) {
        return desk.report(CallerAugmentor.callerOf(identity), seatCode, batch).map(Reply::toResponse);
    }

    @GET
    @PermissionsAllowed("contact:read")
    @Operation(operationId = "listContactWeeks", summary = "Contacts in a seat by week and local party, newest first")
    @APIResponse(responseCode = "200", description = "The weeks")
    @APIResponse(responseCode = "404", description = "No seat has this code")
    public Uni<Page<WeekOfSeat>> list(@RestPath SeatCode seatCode) {
        return desk.ofSeat(seatCode);
    }

    @POST
    @Path("/{batchId}/withdrawal")
    @Idempotent
    @PermissionsAllowed("contact:correct")
    @Operation(
            operationId = "withdrawContacts",
            summary = "Take back a batch that was wrong",
            description = "A lock that rested on the wrong count is lifted by the correction; history keeps both.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; what follows for access is in the answer",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ContactReceipt.class)))
    @APIResponse(responseCode = "404", description = "There is no such batch in this seat")
    @APIResponse(responseCode = "409", description = "It is withdrawn already, or the same key is being worked on")
    @APIResponse(
            responseCode = "422",
            description = "The reason cannot be accepted, or the key was used for another body")
    public Uni<Response> withdraw(
            @RestPath SeatCode seatCode, @RestPath UUID batchId, @NotNull @Valid Grounds grounds) {
        return desk.withdraw(CallerAugmentor.callerOf(identity), seatCode, batchId, grounds.reason())
                .map(Reply::toResponse);
    }
}
