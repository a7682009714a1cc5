package uk.hustings.campaign.access;

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
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.ProblemDocument;

/** Against a decision there is an appeal, under a lock as well. */
@Path("/v1/campaign/access")
@Tag(name = "Access")
public class AppealResource {

    private static final Set<String> STATUSES = Set.of("open", "upheld", "dismissed", "closed");

    private final AppealDesk desk;
    private final Appeals appeals;
    private final VisibleSeats visible;
    private final SecurityIdentity identity;
    private final Mutiny.SessionFactory sessions;

    AppealResource(
            AppealDesk desk,
            Appeals appeals,
            VisibleSeats visible,
            SecurityIdentity identity,
            Mutiny.SessionFactory sessions) {
        this.desk = desk;
        this.appeals = appeals;
        this.visible = visible;
        this.identity = identity;
        this.sessions = sessions;
    }

    @POST
    @Path("/decisions/{decisionId}/appeal")
    @Idempotent
    @PermissionsAllowed("access:appeal")
    @Operation(
            operationId = "appealAccessDecision",
            summary = "Appeal a warning, a notice, a lock or the end of an exemption",
            description = "Possible while the lock stands. One appeal of a decision is open at a time.")
    @APIResponse(
            responseCode = "201",
            description = "The appeal is open",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AppealView.class)))
    @APIResponse(responseCode = "404", description = "No decision that concerns you has this id")
    @APIResponse(
            responseCode = "409",
            description = "The decision does not stand any more, or goes against nobody, or an appeal is open already")
    @APIResponse(
            responseCode = "422",
            description = "The reason cannot be accepted, or the key was used for another body")
    public Uni<Response> appeal(@RestPath UUID decisionId, @NotNull @Valid Grounds grounds) {
        return desk.appeal(CallerAugmentor.callerOf(identity), decisionId, grounds.reason())
                .map(Reply::toResponse);
    }

    @POST
    @Path("/decisions/{decisionId}/appeal/judgement")
    @Idempotent
    @PermissionsAllowed("access:judge-appeal")
    @Operation(
            operationId = "judgeAccessAppeal",
            summary = "Uphold or dismiss the open appeal of a decision",
            description = "By somebody who neither decided nor appealed. Upheld, the seat is open again, and the weekly"
                    + " limit does not apply until the ISO week is over unless another time is given.")
    @APIResponse(
            responseCode = "201",
            description = "Judged",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AppealView.class)))
    @APIResponse(
            responseCode = "403",
            description = "You decided this or appealed it",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(responseCode = "404", description = "No decision that you may judge has this id")
    @APIResponse(responseCode = "409", description = "No appeal of it is open, or the same key is being worked on")
    @APIResponse(
            responseCode = "422",
            description = "Fields that cannot be accepted, each named; or the key was used for another body")
    public Uni<Response> judge(@RestPath UUID decisionId, @NotNull @Valid JudgementRequest judgement) {
        return desk.judge(CallerAugmentor.callerOf(identity), decisionId, judgement)
                .map(Reply::toResponse);
    }

    @GET
    @Path("/appeals")
    @PermissionsAllowed("access:judge-appeal")
    @Operation(operationId = "listAccessAppeals", summary = "Appeals that you may judge, newest first")
    @APIResponse(responseCode = "200", description = "A page of appeals")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Uni<Page<AppealView>> list(
            @Parameter(description = "open, upheld, dismissed or closed; all unless given", example = "open") @RestQuery
                    String status,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        Caller caller = CallerAugmentor.callerOf(identity);
        String wanted = QueryParameter.oneOf("status", status, STATUSES);
        PageRequest page =
                PageRequest.of(QueryParameter.wholeNumber("limit", limit), cursor, "appeals", wanted, caller.subject());
        UUID after = page.after() == null ? null : UUID.fromString(page.after());
        return sessions.withStatelessSession(session -> appeals.list(
                        session, visible.to(caller, "access:judge-appeal"), wanted, after, page.limit() + 1))
                .map(rows -> Page.ofRows(rows, page, appeal -> appeal.appealId().toString()));
    }
}
