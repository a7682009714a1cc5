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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.access.Reach;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;

/** What was decided about access, by whom and why; and the door for those who decide by hand. */
@Path("/v1/campaign/access/decisions")
@Tag(name = "Access")
public class DecisionResource {

    private final AccessDesk desk;
    private final Decisions decisions;
    private final LocalParties parties;
    private final Seats seats;
    private final AccessRules rules;
    private final SecurityIdentity identity;
    private final Mutiny.SessionFactory sessions;
    private final DomainClock clock;

    DecisionResource(
            AccessDesk desk,
            Decisions decisions,
            LocalParties parties,
            Seats seats,
            AccessRules rules,
            SecurityIdentity identity,
            Mutiny.SessionFactory sessions,
            DomainClock clock) {
        this.desk = desk;
        this.decisions = decisions;
        this.parties = parties;
        this.seats = seats;
        this.rules = rules;
        this.identity = identity;
        this.sessions = sessions;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed("access:read-log")
    @Operation(operationId = "listAccessDecisions", summary = "Decisions on access that you may see, newest first")
    @APIResponse(responseCode = "200", description = "A page of decisions")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Uni<Page<DecisionView>> list(
            @Parameter(example = "swansea-west") @RestQuery String localParty,
            @Parameter(example = "W07000048") @RestQuery String seat,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        Caller caller = CallerAugmentor.callerOf(identity);
        PageRequest page = PageRequest.of(
                QueryParameter.wholeNumber("limit", limit), cursor, "decisions", localParty, seat, caller.subject());
        SeatCode seatCode = QueryParameter.seat("seat", seat);
        List<String> within = seatCode == null ? seatsOf(caller) : visible(caller, seatCode);
        UUID before = page.after() == null ? null : UUID.fromString(page.after());
        return sessions.withStatelessSession(
                        session -> decisions.list(session, localParty, within, before, page.limit() + 1))
                .map(rows -> Page.ofRows(rows, page, decision -> decision.id().toString())
                        .map(DecisionView::of));
    }

    @POST
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
        if (!parties.owns(request.localParty(), request.seatCode())) {
            throw ProblemType.INVALID_INPUT
                    .because("Mend the fields that are named; nothing was written.")
                    .withErrors(List.of(FieldError.at("/localParty", "no local party with this id has this seat")));
        }
        return desk.decideByHand(CallerAugmentor.callerOf(identity), request).map(Reply::toResponse);
    }

    /** The seats whose decisions the caller may see; null for all. */
    private List<String> seatsOf(Caller caller) {
        if (rules.reach(caller, "access:read-log") == Reach.ALL) {
            return null;
        }
        Predicate<SeatCode> visible = rules.seatsWithin(caller, "access:read-log", clock.instant());
        return seats.all().stream()
                .map(Standing::seatCode)
                .filter(visible)
                .map(SeatCode::value)
                .toList();
    }

    private List<String> visible(Caller caller, SeatCode seat) {
        return Optional.of(seat)
                .filter(rules.seatsWithin(caller, "access:read-log", clock.instant()))
                .map(code -> List.of(code.value()))
                .orElse(List.of());
    }
}
