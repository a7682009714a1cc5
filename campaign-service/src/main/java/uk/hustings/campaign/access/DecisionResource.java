package uk.hustings.campaign.access;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
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
import uk.hustings.api.export.Table;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;

/** What was decided about access, by whom and why; and the door for those who decide by hand. */
@Path("/v1/campaign/access")
@Tag(name = "Access")
public class DecisionResource {

    private static final String READ = "access:read-log";

    /** Of a file: as many as a spreadsheet takes without complaint. */
    private static final int MOST_EXPORTED = 100_000;

    private final ManualDecisions manual;
    private final Decisions decisions;
    private final Appeals appeals;
    private final Policies policies;
    private final EmergencyOpenings openings;
    private final VisibleSeats visible;
    private final SecurityIdentity identity;
    private final Mutiny.SessionFactory sessions;
    private final DomainClock clock;

    DecisionResource(
            ManualDecisions manual,
            Decisions decisions,
            Appeals appeals,
            Policies policies,
            EmergencyOpenings openings,
            VisibleSeats visible,
            SecurityIdentity identity,
            Mutiny.SessionFactory sessions,
            DomainClock clock) {
        this.manual = manual;
        this.decisions = decisions;
        this.appeals = appeals;
        this.policies = policies;
        this.openings = openings;
        this.visible = visible;
        this.identity = identity;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Which decisions are asked for. */
    public static class Asked {

        @Parameter(example = "swansea-west")
        @RestQuery
        String localParty;

        @Parameter(example = "W07000048")
        @RestQuery
        String seat;

        @Parameter(
                description = "warned, notice, notice-ended, locked, restored, exempted or exemption-ended",
                example = "locked")
        @RestQuery
        String outcome;

        @Parameter(description = "policy, or the account of a person", example = "policy")
        @RestQuery
        String decidedBy;

        @Parameter(description = "Decided on this day or later", example = "2015-04-01")
        @RestQuery
        String from;

        @Parameter(description = "Decided on this day or earlier", example = "2015-05-07")
        @RestQuery
        String to;

        @Parameter(
                description = "true: emergency openings that nobody has confirmed and that have not ended",
                example = "true")
        @RestQuery
        String unconfirmed;

        private Object[] all(String subject) {
            return new Object[] {"decisions", localParty, seat, outcome, decidedBy, from, to, unconfirmed, subject};
        }
    }

    @GET
    @Path("/decisions")
    @PermissionsAllowed(READ)
    @Operation(operationId = "listAccessDecisions", summary = "Decisions on access that you may see, newest first")
    @APIResponse(responseCode = "200", description = "A page of decisions")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Uni<Page<DecisionView>> list(
            @BeanParam Asked asked,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        Caller caller = CallerAugmentor.callerOf(identity);
        PageRequest page =
                PageRequest.of(QueryParameter.wholeNumber("limit", limit), cursor, asked.all(caller.subject()));
        UUID after = page.after() == null ? null : UUID.fromString(page.after());
        return find(caller, asked, after, page.limit() + 1)
                .map(rows -> Page.ofRows(rows, page, decision -> decision.id().toString())
                        .map(DecisionView::of));
    }

    @GET
    @Path("/decisions.csv")
    @Produces(Table.MEDIA_TYPE)
    @PermissionsAllowed(READ)
    @Operation(
            operationId = "exportAccessDecisions",
            summary = "Decisions on access that you may see as a CSV file, newest first; 100,000 at the most")
    @APIResponse(responseCode = "200", description = "A header line and a line for each decision")
    @APIResponse(responseCode = "400", description = "A parameter cannot be accepted")
    public Uni<String> csv(@BeanParam Asked asked) {
        return find(CallerAugmentor.callerOf(identity), asked, null, MOST_EXPORTED)
                .map(rows -> DecisionView.TABLE.csv(
                        rows.stream().map(DecisionView::of).toList()));
    }

    @GET
    @Path("/decisions/{decisionId}")
    @PermissionsAllowed(READ)
    @Operation(
            operationId = "getAccessDecision",
            summary = "One decision with the rule that it rests on, what ended it, and its appeals")
    @APIResponse(responseCode = "200", description = "The decision")
    @APIResponse(responseCode = "404", description = "No decision that you may see has this id")
    public Uni<DecisionDetail> get(@RestPath UUID decisionId) {
        Caller caller = CallerAugmentor.callerOf(identity);
        List<String> seats = visible.to(caller, READ);
        String only = visible.onlyParty(caller, READ);
        return sessions.withStatelessSession(session -> decisions
                .get(session, decisionId)
                .invoke(decision -> {
                    if (decision == null
                            || seats != null
                                    && !seats.contains(decision.seatCode().value())
                            || only != null && !only.equals(decision.localParty())) {
                        throw ProblemType.NOT_FOUND.because("No decision that you may see has this id.");
                    }
                })
                .chain(decision -> policies.read(session).chain(record -> decisions
                        .thatLifted(session, decisionId)
                        .chain(ended -> appeals.of(session, decisionId).chain(heard -> openings.confirmed(
                                        session, decisionId)
                                .map(confirmation -> new DecisionDetail(
                                        DecisionView.of(decision),
                                        decision.policyVersion() == null
                                                ? null
                                                : PolicyView.of(
                                                        record, record.find(decision.policyVersion()), clock.instant()),
                                        ended == null ? null : DecisionView.of(ended),
                                        heard,
                                        confirmation == null ? null : confirmation.view(decision.until()))))))));
    }

    @POST
    @Path("/decisions")
    @Idempotent
    @PermissionsAllowed("access:decide")
    @Operation(
            operationId = "decideAccess",
            summary = "Lock or restore a local party in a seat by hand, with a reason",
            description = "A restoration also exempts from the weekly limit until the ISO week is over.")
    @APIResponse(
            responseCode = "201",
            description = "Decided",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DecisionView.class)))
    @APIResponse(
            responseCode = "409",
            description = "There is no lock to lift, or one stands already",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(
            responseCode = "422",
            description = "Fields that cannot be accepted, each named; or the key was used for another body")
    public Uni<Response> decide(@NotNull @Valid DecisionRequest request) {
        return manual.decide(CallerAugmentor.callerOf(identity), request).map(Reply::toResponse);
    }

    private Uni<List<AccessDecision>> find(Caller caller, Asked asked, UUID after, int most) {
        SeatCode seat = QueryParameter.seat("seat", asked.seat);
        LocalDate from = QueryParameter.date("from", asked.from);
        LocalDate to = QueryParameter.date("to", asked.to);
        QueryParameter.refuseBefore("to", to, "from", from);
        List<String> seats = visible.to(caller, READ);
        if (seat != null) {
            seats = seats == null || seats.contains(seat.value()) ? List.of(seat.value()) : List.of();
        }
        String only = visible.onlyParty(caller, READ);
        boolean nothing = only != null && asked.localParty != null && !only.equals(asked.localParty);
        Decisions.Filter filter = new Decisions.Filter(
                only != null ? only : asked.localParty,
                nothing ? List.of() : seats,
                QueryParameter.oneOf("outcome", asked.outcome, AccessDecision.OUTCOMES),
                asked.decidedBy,
                from == null ? null : from.atStartOfDay(DomainClock.LONDON).toInstant(),
                to == null
                        ? null
                        : to.plusDays(1).atStartOfDay(DomainClock.LONDON).toInstant(),
                "true".equals(QueryParameter.oneOf("unconfirmed", asked.unconfirmed, List.of("true", "false"))));
        return sessions.withStatelessSession(session -> decisions.list(session, filter, after, most));
    }
}
