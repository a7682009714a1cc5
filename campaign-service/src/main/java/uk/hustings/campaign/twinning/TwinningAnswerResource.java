package uk.hustings.campaign.twinning;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.campaign.access.Grounds;

/** What the donor says and does: yes, no, enough, and the hours that it worked. */
@Path("/v1/campaign/twinnings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Twinning")
@APIResponse(
        responseCode = "403",
        description = "The caller's roles do not allow this, or do not reach the donor",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
@APIResponse(
        responseCode = "404",
        description = "No twinning that you may see has this id",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class TwinningAnswerResource {

    private final TwinningDesk desk;
    private final HoursDesk hours;
    private final SecurityIdentity identity;

    TwinningAnswerResource(TwinningDesk desk, HoursDesk hours, SecurityIdentity identity) {
        this.desk = desk;
        this.hours = hours;
        this.identity = identity;
    }

    @POST
    @Path("/{twinningId}/answers")
    @Idempotent
    @PermissionsAllowed("twinning:answer")
    @Operation(
            operationId = "answerTwinning",
            summary = "Accept, refuse or end a twinning for the donor, with a reason",
            description = "Once accepted, the donor has the role twin on the target from the first day to the last, for"
                    + " contact work and never for private evidence. A refusal locks nobody out of anything.")
    @APIResponse(
            responseCode = "200",
            description = "The twinning as it stands now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TwinningView.class)))
    @APIResponse(
            responseCode = "409",
            description = "It does not stand so that this could be answered, or the same key is being worked on")
    @APIResponse(
            responseCode = "422",
            description = "Fields that cannot be accepted, each named; or the key was used for another body")
    public Uni<Response> answer(@RestPath UUID twinningId, @NotNull @Valid TwinningAnswer answer) {
        return desk.answer(caller(), twinningId, answer).map(Reply::toResponse);
    }

    @POST
    @Path("/{twinningId}/hours")
    @Idempotent
    @PermissionsAllowed("resource:write")
    @Operation(
            operationId = "reportTwinningHours",
            summary = "Report activist-hours that the donor worked in the target seat on one day")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeliveredHours.Receipt.class)))
    @APIResponse(
            responseCode = "409",
            description = "The twinning was never accepted, or the same key is being worked on")
    @APIResponse(
            responseCode = "422",
            description = "Fields that cannot be accepted, each named; or the key was used for another body")
    public Uni<Response> report(@RestPath UUID twinningId, @NotNull @Valid DeliveredHours.Report report) {
        return hours.report(caller(), twinningId, report).map(Reply::toResponse);
    }

    @POST
    @Path("/{twinningId}/hours/{reportId}/withdrawal")
    @Idempotent
    @PermissionsAllowed("resource:write")
    @Operation(operationId = "withdrawTwinningHours", summary = "Take back a report of hours that was wrong")
    @APIResponse(
            responseCode = "200",
            description = "It counts no more; what stands is in the answer",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeliveredHours.Receipt.class)))
    @APIResponse(responseCode = "409", description = "It is withdrawn already, or the same key is being worked on")
    @APIResponse(
            responseCode = "422",
            description = "The reason cannot be accepted, or the key was used for another body")
    public Uni<Response> withdraw(@RestPath UUID twinningId, @RestPath UUID reportId, @NotNull @Valid Grounds grounds) {
        return hours.withdraw(caller(), twinningId, reportId, grounds.reason()).map(Reply::toResponse);
    }

    private Caller caller() {
        return CallerAugmentor.callerOf(identity);
    }
}
