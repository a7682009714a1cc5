package uk.hustings.polls.poll;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
import uk.hustings.api.page.Page;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.api.time.DomainClock;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Visibility;

/** Polls. Anybody may ask; the answer holds what that caller may know of. */
@Path("/v1/polls")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Polls", description = "What voters and members told pollsters, seat by seat")
public class PollResource {

    private final PollDesk desk;
    private final SecurityIdentity identity;
    private final DomainClock clock;
    private final Preconditions preconditions;

    PollResource(PollDesk desk, SecurityIdentity identity, DomainClock clock, Preconditions preconditions) {
        this.preconditions = preconditions;
        this.desk = desk;
        this.identity = identity;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listPolls",
            summary = "List polls, newest fieldwork first",
            description = "Public polls, and the private ones of seats that the caller's role reaches.")
    @APIResponse(responseCode = "200", description = "A page of polls")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(
            responseCode = "400",
            description = "A parameter cannot be accepted",
            content =
                    @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(responseCode = "503", description = "It cannot be told at the moment which seats are locked")
    public Uni<Page<PollView>> listPolls(
            @BeanParam PollQuery query,
            @RestQuery
                    @Parameter(
                            description = "1 to 200, 50 if absent",
                            example = "50",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
                    String limit,
            @RestQuery @Parameter(description = "next of the page before") String cursor) {
        return desk.list(caller(), query, QueryParameter.wholeNumber("limit", limit), cursor);
    }

    @GET
    @Path("/counts")
    @PermitAll
    @Operation(
            operationId = "countPolls",
            summary = "Count polls by seat",
            description = "With the filters of the list. Counts what the list would show to the same caller.")
    @APIResponse(responseCode = "200", description = "How many, in all and by seat")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(responseCode = "400", description = "A parameter cannot be accepted")
    @APIResponse(responseCode = "503", description = "It cannot be told at the moment which seats are locked")
    public Uni<PollCounts> countPolls(@BeanParam PollQuery query) {
        return desk.count(caller(), query);
    }

    @GET
    @Path("/{pollId}")
    @PermitAll
    @Operation(operationId = "getPoll", summary = "One poll with its lead and the swing since the last contest")
    @APIResponse(responseCode = "200", description = "The poll")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(
            responseCode = "403",
            description = "The poll is private and the caller's local party is locked out of the seat")
    @APIResponse(
            responseCode = "404",
            description = "There is no such poll, or not for this caller: the answer is the same")
    @APIResponse(responseCode = "503", description = "It cannot be told at the moment which seats are locked")
    public Uni<PollView> getPoll(@RestPath UUID pollId) {
        return desk.find(caller(), pollId);
    }

    @PUT
    @Path("/{pollId}/visibility")
    @PermissionsAllowed("poll:write")
    @Operation(
            operationId = "changePollVisibility",
            summary = "Let everybody know of a poll, or only those whose role reaches its seat",
            description = "Every change is kept with its author and reason. A change to what stands changes nothing.")
    @APIResponse(responseCode = "200", description = "The poll as it is now")
    @APIResponse(responseCode = "403", description = "The caller's roles do not allow this")
    @APIResponse(responseCode = "404", description = "There is no such poll")
    @APIResponse(responseCode = "412", description = "The poll has changed since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    @APIResponse(responseCode = "422", description = "Some of what was sent cannot be accepted")
    public Uni<PollView> changePollVisibility(
            @RestPath UUID pollId,
            @RestHeader("If-Match")
                    @Parameter(
                            description = "The ETag of the poll as you read it",
                            required = true,
                            example = "\"6d1f0c2b9a8e7d5c4b3a2910\"")
                    String ifMatch,
            @Valid @NotNull VisibilityOrder order) {
        return desk.show(
                pollId,
                Codes.read(Visibility.class, order.visibility()),
                new Authored(caller().subject(), order.reason(), clock.instant()),
                current -> preconditions.require(ifMatch, current));
    }

    private Caller caller() {
        return CallerAugmentor.callerOf(identity);
    }
}
