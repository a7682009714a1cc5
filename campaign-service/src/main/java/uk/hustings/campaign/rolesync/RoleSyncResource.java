package uk.hustings.campaign.rolesync;

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
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.page.Paged;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.rolesync.Backlog.Waiting;

/** How far Keycloak is behind, and how it is told again. */
@Path("/v1/campaign/role-sync")
@Tag(name = "Access")
public class RoleSyncResource {

    private static final Logger LOG = Logger.getLogger(RoleSyncResource.class);
    private static final Set<String> STATES = Set.of(Backlog.PENDING, Backlog.FAILING, Backlog.DEAD);

    private final RoleSyncRequests requests;
    private final Backlog backlog;
    private final LocalParties parties;
    private final KeptReplies replies;
    private final Mutiny.SessionFactory sessions;

    RoleSyncResource(
            RoleSyncRequests requests,
            Backlog backlog,
            LocalParties parties,
            KeptReplies replies,
            Mutiny.SessionFactory sessions) {
        this.requests = requests;
        this.backlog = backlog;
        this.parties = parties;
        this.replies = replies;
        this.sessions = sessions;
    }

    /** What is still to be told to Keycloak. */
    @Schema(name = "RoleSync", description = "What is still to be told to Keycloak")
    public record Standing(
            @Schema(examples = "0", description = "Groups that are not yet what they should be, all told")
            int pending,

            @Schema(examples = "0", description = "Of these, how many have failed and are tried again")
            int failing,

            @Schema(examples = "0", description = "Of these, how many wait for somebody to replay them")
            int dead,

            List<Waiting> items,

            @Schema(nullable = true, description = "Cursor of the following page; null on the last")
            String next)
            implements Paged {}

    /** How many dead letters are tried again. */
    @Schema(name = "RoleSyncReplay", description = "How many dead letters are tried again")
    public record Replay(@Schema(examples = "1") int replayed) {}

    @GET
    @PermissionsAllowed("sync:operate")
    @Operation(
            operationId = "getRoleSync",
            summary = "What is still to be told to Keycloak, what fails, and what is dead")
    @APIResponse(responseCode = "200", description = "Counts over all, and a page of what the filters leave")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Uni<Standing> backlog(
            @Parameter(description = "pending, failing or dead", example = "dead") @RestQuery String state,
            @Parameter(example = "swansea-west") @RestQuery String localParty,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        String wanted = QueryParameter.oneOf("state", state, STATES);
        PageRequest page =
                PageRequest.of(QueryParameter.wholeNumber("limit", limit), cursor, "role-sync", wanted, localParty);
        return sessions.withStatelessSession(session -> backlog.count(session)
                .chain(counts -> backlog.list(session, wanted, localParty, page.after(), page.limit() + 1)
                        .map(rows -> Page.ofRows(rows, page, Waiting::localParty))
                        .map(items -> new Standing(
                                counts.pending(), counts.failing(), counts.dead(), items.items(), items.next()))));
    }

    @POST
    @Path("/replay")
    @Idempotent
    @PermissionsAllowed("sync:operate")
    @Operation(operationId = "replayRoleSync", summary = "Try all dead letters again")
    @APIResponse(
            responseCode = "202",
            description = "They are tried again",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Replay.class)))
    @APIResponse(responseCode = "422", description = "Fields that cannot be accepted, each named")
    public Uni<Response> replayAll(@NotNull @Valid OperatorOrder order) {
        return replies.once(
                        202,
                        session -> requests.replay(session, null)
                                .map(Replay::new)
                                .invoke(done -> LOG.infof("Dead letters are replayed: %s", order.reason())),
                        done -> null)
                .map(Reply::toResponse);
    }

    @POST
    @Path("/{localParty}/replay")
    @Idempotent
    @PermissionsAllowed("sync:operate")
    @Operation(operationId = "replayRoleSyncOfLocalParty", summary = "Try the dead letter of one local party again")
    @APIResponse(
            responseCode = "202",
            description = "It is tried again",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Replay.class)))
    @APIResponse(
            responseCode = "404",
            description = "No local party has this id",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(responseCode = "409", description = "The local party has no dead letter")
    @APIResponse(responseCode = "422", description = "Fields that cannot be accepted, each named")
    public Uni<Response> replay(
            @Parameter(example = "swansea-west") @RestPath String localParty, @NotNull @Valid OperatorOrder order) {
        parties.find(localParty).orElseThrow(() -> ProblemType.NOT_FOUND.because("No local party has this id."));
        return replies.once(
                        202,
                        session -> requests.replay(session, localParty).map(replayed -> {
                            if (replayed == 0) {
                                throw ProblemType.STATE_CONFLICT.because(
                                        "The local party has no dead letter; what fails is tried again by itself.");
                            }
                            LOG.infof("The dead letter of %s is replayed: %s", localParty, order.reason());
                            return new Replay(replayed);
                        }),
                        done -> null)
                .map(Reply::toResponse);
    }
}
