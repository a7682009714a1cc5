package uk.hustings.polls.poll;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.conditional.Preconditions;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.polls.poll.domain.Visibility;
import uk.hustings.polls.stated.StatedVisibility;

/** What can happen to a recorded poll. */
@Path("/v1/polls")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Polls")
@APIResponse(
        responseCode = "403",
        description = "The caller's roles do not allow this",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
@APIResponse(
        responseCode = "404",
        description = "There is no such poll",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
@APIResponse(
        responseCode = "422",
        description = "Some of what was sent cannot be accepted",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class PollChangeResource {

    private static final String TAG_EXAMPLE = "\"6d1f0c2b9a8e7d5c4b3a2910\"";

    private static final String CORRECTION = """
            {"reason": "The tables of 10 April replace those of 9 April",
             "poll": {"pollster": "Lord Ashcroft", "population": "adults", "seatCode": "E14000653",
              "fieldworkStart": "2015-04-02", "fieldworkEnd": "2015-04-09",
              "questions": [{"question": "constituency", "weightedBase": 586, "sharesPct": [
                {"option": "con", "pct": 37.9}, {"option": "lab", "pct": 41.6}, {"option": "ld", "pct": 3.9},
                {"option": "green", "pct": 1.5}, {"option": "ukip", "pct": 13.7}, {"option": "other", "pct": 1.4}]}]}}
            """;

    private static final String WITHDRAWAL = """
            {"reason": "The pollster found an error in the weighting"}
            """;

    private static final String VISIBILITY = """
            {"visibility": "public", "reason": "Published by the MP on 22 September"}
            """;

    private final PollChanges changes;
    private final SecurityIdentity identity;
    private final Preconditions preconditions;

    PollChangeResource(PollChanges changes, SecurityIdentity identity, Preconditions preconditions) {
        this.changes = changes;
        this.identity = identity;
        this.preconditions = preconditions;
    }

    @PUT
    @Path("{pollId}")
    @PermissionsAllowed("poll:write")
    @Operation(
            operationId = "correctPoll",
            summary = "State a poll anew, whole",
            description =
                    "What was stated before is kept and told by getPollHistory. A correction takes a withdrawn poll up"
                            + " again. Who may know of the poll stays as it is. A correction to what stands changes nothing.")
    @APIResponse(responseCode = "200", description = "The poll as it is now")
    @APIResponse(responseCode = "409", description = "It would be the same poll as another one that is recorded")
    @APIResponse(responseCode = "412", description = "The poll has changed since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<PollView> correctPoll(
            @RestPath UUID pollId,
            @RestHeader("If-Match")
                    @Parameter(
                            description = "The ETag of the poll as you read it",
                            required = true,
                            example = TAG_EXAMPLE)
                    String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = CorrectionOrder.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "Crewe and Nantwich, April 2015",
                                                            value = CORRECTION)))
                    @Valid
                    @NotNull
                    CorrectionOrder order) {
        return changes.correct(
                caller(), pollId, order.poll(), order.reason(), current -> preconditions.require(ifMatch, current));
    }

    @POST
    @Path("{pollId}/withdrawal")
    @Idempotent
    @PermissionsAllowed("poll:write")
    @Operation(
            operationId = "withdrawPoll",
            summary = "Take a poll back",
            description = "It leaves every list, count and average; whoever knows its id still reads it, and that it is"
                    + " withdrawn. An embargo that has not ended becomes private.")
    @APIResponse(
            responseCode = "200",
            description = "The poll is withdrawn",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Withdrawn.class)))
    @APIResponse(
            responseCode = "409",
            description = "The poll is withdrawn already, or the same request is still being worked on")
    public Uni<Response> withdrawPoll(
            @RestPath UUID pollId,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = WithdrawalOrder.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "an error of the pollster",
                                                            value = WITHDRAWAL)))
                    @Valid
                    @NotNull
                    WithdrawalOrder order) {
        return changes.withdraw(caller(), pollId, order.reason()).map(Reply::toResponse);
    }

    @PUT
    @Path("{pollId}/visibility")
    @PermissionsAllowed("poll:write")
    @Operation(
            operationId = "changePollVisibility",
            summary = "Let everybody know of a poll, or only those whose role reaches its area",
            description = "Every change is kept with its author and reason. A change to what stands changes nothing.")
    @APIResponse(responseCode = "200", description = "The poll as it is now")
    @APIResponse(responseCode = "412", description = "The poll has changed since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<PollView> changePollVisibility(
            @RestPath UUID pollId,
            @RestHeader("If-Match")
                    @Parameter(
                            description = "The ETag of the poll as you read it",
                            required = true,
                            example = TAG_EXAMPLE)
                    String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = VisibilityOrder.class),
                                            examples = @ExampleObject(name = "published", value = VISIBILITY)))
                    @Valid
                    @NotNull
                    VisibilityOrder order) {
        List<FieldError> faults = new ArrayList<>();
        Visibility visibility = StatedVisibility.read(
                order.visibility(),
                order.embargoedUntil(),
                (field, detail) -> faults.add(FieldError.at("/" + field, detail)));
        Faults.refuseAny(faults);
        return changes.show(
                caller(),
                pollId,
                visibility,
                order.embargoedUntil(),
                order.reason(),
                current -> preconditions.require(ifMatch, current));
    }

    private Caller caller() {
        return CallerAugmentor.callerOf(identity);
    }
}
