package uk.hustings.campaign.rolesync;

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
import java.net.URI;
import java.util.List;
import java.util.UUID;
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
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.api.problem.ProblemType;

/** Where Keycloak differed from what it was told, and what was done about it. */
@Path("/v1/campaign/role-sync")
@Tag(name = "Access")
public class DriftResource {

    private static final Logger LOG = Logger.getLogger(DriftResource.class);
    private static final String DRIFT = "/v1/campaign/role-sync/drift/";

    private final DriftRuns runs;
    private final RoleExceptions exceptions;
    private final RoleSyncRequests requests;
    private final KeptReplies replies;
    private final SecurityIdentity identity;
    private final Mutiny.SessionFactory sessions;

    DriftResource(
            DriftRuns runs,
            RoleExceptions exceptions,
            RoleSyncRequests requests,
            KeptReplies replies,
            SecurityIdentity identity,
            Mutiny.SessionFactory sessions) {
        this.runs = runs;
        this.exceptions = exceptions;
        this.requests = requests;
        this.replies = replies;
        this.identity = identity;
        this.sessions = sessions;
    }

    /** One comparison with all that it found. */
    @Schema(name = "DriftReport", description = "One comparison with all that it found")
    public record Report(DriftRuns.Run run, List<DriftRuns.Item> items) {}

    /** What is done after somebody has looked. */
    @Schema(name = "DriftApplied", description = "How many local parties' groups are told to Keycloak again")
    public record Applied(@Schema(examples = "12") int localParties) {}

    @GET
    @Path("/drift")
    @PermissionsAllowed("sync:operate")
    @Operation(operationId = "listDriftRuns", summary = "Comparisons of Keycloak with what it was told, newest first")
    @APIResponse(responseCode = "200", description = "A page of comparisons")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Uni<Page<DriftRuns.Run>> list(
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        PageRequest page = PageRequest.of(QueryParameter.wholeNumber("limit", limit), cursor, "drift");
        return sessions.withStatelessSession(session -> runs.list(session, after(page), page.limit() + 1))
                .map(rows -> Page.ofRows(rows, page, run -> run.runId().toString()));
    }

    @GET
    @Path("/drift/{runId}")
    @PermissionsAllowed("sync:operate")
    @Operation(operationId = "getDriftRun", summary = "One comparison with all that it found")
    @APIResponse(responseCode = "200", description = "The comparison")
    @APIResponse(responseCode = "404", description = "There is no such comparison")
    public Uni<Report> get(@Parameter(example = "0196361c-0000-7000-8000-000000000001") @RestPath UUID runId) {
        return sessions.withStatelessSession(session -> runs.find(session, runId)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemType.NOT_FOUND.because("There is no such comparison."))
                .chain(run -> runs.items(session, runId).map(items -> new Report(run, items))));
    }

    @POST
    @Path("/reconciliation")
    @Idempotent
    @PermissionsAllowed("sync:operate")
    @Operation(
            operationId = "reconcileRoles",
            summary = "Compare all groups in Keycloak with what they should carry, now")
    @APIResponse(
            responseCode = "202",
            description = "It is taken on; follow it at the Location",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DriftRuns.Run.class)))
    @APIResponse(responseCode = "422", description = "Fields that cannot be accepted, each named")
    public Uni<Response> reconcile(@NotNull @Valid OperatorOrder order) {
        return replies.once(
                        202,
                        session -> runs.ask(session, operator()).chain(id -> runs.find(session, id)),
                        run -> URI.create(DRIFT + run.runId()))
                .map(Reply::toResponse);
    }

    @POST
    @Path("/drift/{runId}/apply")
    @Idempotent
    @PermissionsAllowed("sync:operate")
    @Operation(
            operationId = "applyDriftRun",
            summary = "Have a comparison that was held acted upon",
            description = "Every group that it names is made what it should be; nothing of what it found is adopted.")
    @APIResponse(
            responseCode = "202",
            description = "Keycloak is told",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Applied.class)))
    @APIResponse(responseCode = "404", description = "There is no such comparison")
    @APIResponse(
            responseCode = "409",
            description = "The comparison is not held",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(responseCode = "422", description = "Fields that cannot be accepted, each named")
    public Uni<Response> apply(
            @Parameter(example = "0196361c-0000-7000-8000-000000000001") @RestPath UUID runId,
            @NotNull @Valid OperatorOrder order) {
        return replies.once(
                        202,
                        session -> runs.find(session, runId)
                                .onItem()
                                .ifNull()
                                .failWith(() -> ProblemType.NOT_FOUND.because("There is no such comparison."))
                                .chain(() -> runs.apply(session, runId, operator()))
                                .onItem()
                                .ifNull()
                                .failWith(() -> ProblemType.STATE_CONFLICT.because(
                                        "Only a comparison that is held can be applied."))
                                .call(held -> requests.request(session, held))
                                .invoke(held -> LOG.warnf(
                                        "%s has %d groups told to Keycloak again: %s",
                                        operator(), held.size(), order.reason()))
                                .map(held -> new Applied(held.size())),
                        done -> null)
                .map(Reply::toResponse);
    }

    @GET
    @Path("/exceptions")
    @PermissionsAllowed("sync:operate")
    @Operation(
            operationId = "listRoleExceptions",
            summary = "Roles that people took away in Keycloak and that stay away, oldest first")
    @APIResponse(responseCode = "200", description = "A page of exceptions")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Uni<Page<RoleExceptions.View>> exceptions(
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        PageRequest page = PageRequest.of(QueryParameter.wholeNumber("limit", limit), cursor, "role-exceptions");
        return sessions.withStatelessSession(session -> exceptions.standing(session, after(page), page.limit() + 1))
                .map(rows -> Page.ofRows(rows, page, one -> one.exceptionId().toString()));
    }

    @POST
    @Path("/exceptions/{exceptionId}/lift")
    @Idempotent
    @PermissionsAllowed("sync:operate")
    @Operation(operationId = "liftRoleException", summary = "Give a role again that a person took away in Keycloak")
    @APIResponse(
            responseCode = "202",
            description = "Keycloak is told",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Applied.class)))
    @APIResponse(responseCode = "404", description = "No such exception stands")
    @APIResponse(responseCode = "422", description = "Fields that cannot be accepted, each named")
    public Uni<Response> lift(
            @Parameter(example = "0196361c-0000-7000-8000-000000000001") @RestPath UUID exceptionId,
            @NotNull @Valid OperatorOrder order) {
        return replies.once(
                        202,
                        session -> exceptions
                                .lift(session, exceptionId, operator(), order.reason())
                                .onItem()
                                .ifNull()
                                .failWith(() -> ProblemType.NOT_FOUND.because("No such exception stands."))
                                .call(localParty -> requests.request(session, List.of(localParty)))
                                .map(localParty -> new Applied(1)),
                        done -> null)
                .map(Reply::toResponse);
    }

    private String operator() {
        return CallerAugmentor.callerOf(identity).name();
    }

    private static UUID after(PageRequest page) {
        return page.afterId();
    }
}
