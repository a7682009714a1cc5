package uk.hustings.polls.poll;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.page.Page;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.api.time.DomainClock;

/** Polls. Anybody may ask; the answer holds what that caller may know of. */
@Path("/v1/polls")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Polls", description = "What voters and members told pollsters")
@APIResponse(
        responseCode = "503",
        description = "It cannot be told at the moment which seats are locked",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class PollResource {

    private final PollDesk desk;
    private final PollHistory histories;
    private final SecurityIdentity identity;
    private final AccessRules rules;
    private final DomainClock clock;

    PollResource(
            PollDesk desk, PollHistory histories, SecurityIdentity identity, AccessRules rules, DomainClock clock) {
        this.desk = desk;
        this.histories = histories;
        this.identity = identity;
        this.rules = rules;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listPolls",
            summary = "List polls, newest fieldwork first unless sorted",
            description = "Public and leaked polls, and the private and embargoed ones that the caller's role reaches;"
                    + " who is shown these is kept for auditors. Withdrawn polls only if status asks for them.")
    @APIResponse(responseCode = "200", description = "A page of polls")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Uni<Page<PollView>> listPolls(
            @BeanParam PollQuery query,
            @RestQuery @Parameter(description = PollOrder.DESCRIPTION, example = "-lead") String sort,
            @RestQuery
                    @Parameter(
                            description = "1 to 200, 50 if absent",
                            example = "50",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
                    String limit,
            @RestQuery @Parameter(description = "next of the page before") String cursor) {
        return desk.list(caller(), query, sort, QueryParameter.wholeNumber("limit", limit), cursor);
    }

    @GET
    @Path("counts")
    @PermitAll
    @Operation(
            operationId = "countPolls",
            summary = "Count polls by area",
            description = "With the filters of the list. Counts what the list would show to the same caller.")
    @APIResponse(responseCode = "200", description = "How many, in all and by area")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(responseCode = "400", description = "A parameter cannot be accepted")
    public PollCounts countPolls(@BeanParam PollQuery query) {
        return desk.count(caller(), query);
    }

    @GET
    @Path("{pollId}")
    @PermitAll
    @Operation(
            operationId = "getPoll",
            summary = "One poll with its leads, their sampling error and the swing since the last contest",
            description = "A withdrawn poll is told, too, and that it is withdrawn.")
    @APIResponse(responseCode = "200", description = "The poll")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(
            responseCode = "403",
            description = "The poll is private and the caller's local party is locked out of the seat")
    @APIResponse(
            responseCode = "404",
            description = "There is no such poll, or not for this caller: the answer is the same")
    public Uni<PollView> getPoll(@RestPath UUID pollId) {
        return desk.find(caller(), pollId);
    }

    @GET
    @Path("{pollId}/history")
    @PermitAll
    @Operation(
            operationId = "getPollHistory",
            summary = "What was stated of a poll and who was let know of it, the first first",
            description =
                    "For those who may see the poll. Who did it is told to those who change polls and to auditors.")
    @APIResponse(responseCode = "200", description = "All of it")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(
            responseCode = "403",
            description = "The poll is private and the caller's local party is locked out of the seat")
    @APIResponse(
            responseCode = "404",
            description = "There is no such poll, or not for this caller: the answer is the same")
    public Uni<HistoryView> getPollHistory(@RestPath UUID pollId) {
        Caller caller = caller();
        Instant now = clock.instant();
        boolean withAuthors = Stream.of("poll:write", "poll:read-log")
                .anyMatch(permission -> rules.decide(caller, permission).granted());
        return desk.open(caller, pollId, "getPollHistory", now).chain(poll -> histories.of(poll, withAuthors, now));
    }

    private Caller caller() {
        return CallerAugmentor.callerOf(identity);
    }
}
