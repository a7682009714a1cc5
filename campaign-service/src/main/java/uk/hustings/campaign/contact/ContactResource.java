package uk.hustings.campaign.contact;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.conditional.Preconditions;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.page.Page;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.campaign.access.Grounds;

/** Contacts made in a seat. */
@Path("/v1/campaign/seats/{seatCode}/contacts")
@Tag(name = "Contacts")
public class ContactResource {

    private static final String BATCH = "0198b7a4-6c1e-7d52-9a38-5f0c2b7e4d11";
    private static final String TAG = "\"8c1f0e5d2b7a49c3e6f1a0b2\"";

    private final ContactDesk desk;
    private final ContactCorrections corrections;
    private final ContactReading reading;
    private final Preconditions preconditions;
    private final SecurityIdentity identity;

    ContactResource(
            ContactDesk desk,
            ContactCorrections corrections,
            ContactReading reading,
            Preconditions preconditions,
            SecurityIdentity identity) {
        this.desk = desk;
        this.corrections = corrections;
        this.reading = reading;
        this.preconditions = preconditions;
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
    public Uni<Response> report(@RestPath SeatCode seatCode, @NotNull ContactBatch batch) {
        return desk.report(caller(), seatCode, batch).map(Reply::toResponse);
    }

    @GET
    @PermissionsAllowed("contact:read")
    @Operation(operationId = "listContactWeeks", summary = "Contacts in a seat by week and local party, newest first")
    @APIResponse(responseCode = "200", description = "A page of weeks")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    @APIResponse(responseCode = "404", description = "No seat has this code")
    public Uni<Page<WeekOfSeat>> list(
            @RestPath SeatCode seatCode,
            @Parameter(description = "First day; its whole week counts", example = "2015-03-30") @RestQuery String from,
            @Parameter(description = "Last day; its whole week counts", example = "2015-04-14") @RestQuery String to,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        return reading.weeks(
                caller(),
                seatCode,
                QueryParameter.date("from", from),
                QueryParameter.date("to", to),
                QueryParameter.wholeNumber("limit", limit),
                cursor);
    }

    @GET
    @Path("/{batchId}")
    @PermissionsAllowed("contact:read")
    @Operation(operationId = "getContactBatch", summary = "A batch with its lines and what became of it")
    @APIResponse(responseCode = "200", description = "The batch; its ETag is what a correction asks for")
    @APIResponse(responseCode = "404", description = "There is no such batch in this seat")
    public Uni<ContactBatchView> get(@RestPath SeatCode seatCode, @Parameter(example = BATCH) @RestPath UUID batchId) {
        return reading.batch(caller(), seatCode, batchId);
    }

    @GET
    @Path("/{batchId}/lines")
    @PermissionsAllowed("contact:read")
    @Operation(operationId = "listContactLines", summary = "The lines of a batch as they stand, or as they once stood")
    @APIResponse(responseCode = "200", description = "A page of lines in the order in which they were sent")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    @APIResponse(responseCode = "404", description = "There is no such batch in this seat")
    public Uni<Page<ContactBatch.Count>> lines(
            @RestPath SeatCode seatCode,
            @Parameter(example = BATCH) @RestPath UUID batchId,
            @Parameter(description = "0 for what was first reported; the last one unless given", example = "0")
                    @RestQuery
                    String revision,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        return reading.lines(
                caller(),
                seatCode,
                batchId,
                QueryParameter.wholeNumber("revision", revision),
                QueryParameter.wholeNumber("limit", limit),
                cursor);
    }

    @PUT
    @Path("/{batchId}")
    @PermissionsAllowed("contact:correct")
    @Operation(
            operationId = "correctContacts",
            summary = "State the counts of a batch anew, whole",
            description =
                    "What was stated before is kept. A lock that rested on the wrong count is lifted; a count that"
                            + " should have locked locks now. Stays possible while a lock stands.")
    @APIResponse(responseCode = "200", description = "The weeks as they stand now, and what follows for access")
    @APIResponse(responseCode = "404", description = "There is no such batch in this seat")
    @APIResponse(responseCode = "409", description = "The batch is withdrawn")
    @APIResponse(responseCode = "412", description = "The batch has changed since it was read")
    @APIResponse(responseCode = "422", description = "Counts or a reason that cannot be accepted, each named")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<ContactReceipt> correct(
            @RestPath SeatCode seatCode,
            @Parameter(example = BATCH) @RestPath UUID batchId,
            @RestHeader("If-Match")
                    @Parameter(
                            description = "The ETag of getContactBatch as you read it",
                            required = true,
                            example = TAG)
                    String ifMatch,
            @NotNull @Valid ContactCorrection correction) {
        return corrections.correct(
                caller(), seatCode, batchId, correction, current -> preconditions.require(ifMatch, current));
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
        return corrections
                .withdraw(caller(), seatCode, batchId, grounds.reason())
                .map(Reply::toResponse);
    }

    private Caller caller() {
        return CallerAugmentor.callerOf(identity);
    }
}
