package uk.hustings.campaign.access;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.localparty.LocalParty;
import uk.hustings.campaign.seatref.Seats;

/** Why a seat is open or shut to a local party, for those who are responsible for it or look into it. */
@Path("/v1/campaign/access/explain")
@Tag(name = "Access")
public class ExplainResource {

    private static final String EXPLAIN = "access:explain";

    private final Explanations explanations;
    private final LocalParties parties;
    private final Seats seats;
    private final VisibleSeats visible;
    private final AccessRules rules;
    private final SecurityIdentity identity;
    private final Mutiny.SessionFactory sessions;
    private final DomainClock clock;

    ExplainResource(
            Explanations explanations,
            LocalParties parties,
            Seats seats,
            VisibleSeats visible,
            AccessRules rules,
            SecurityIdentity identity,
            Mutiny.SessionFactory sessions,
            DomainClock clock) {
        this.explanations = explanations;
        this.parties = parties;
        this.seats = seats;
        this.visible = visible;
        this.rules = rules;
        this.identity = identity;
        this.sessions = sessions;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed(EXPLAIN)
    @Operation(
            operationId = "explainAccess",
            summary = "Why a seat is open or shut to a local party, and what would change it")
    @APIResponse(responseCode = "200", description = "In words and in fields")
    @APIResponse(responseCode = "400", description = "A parameter is missing or cannot be accepted")
    @APIResponse(responseCode = "404", description = "No seat has this code, or no local party this id")
    public Uni<AccessExplanation> explain(
            @Parameter(required = true, example = "E14000653") @RestQuery String seat,
            @Parameter(description = "Whose seat it is unless given", example = "crewe-and-nantwich") @RestQuery
                    String localParty) {
        SeatCode code = QueryParameter.required("seat", QueryParameter.seat("seat", seat));
        Caller caller = CallerAugmentor.callerOf(identity);
        seats.get(code);
        rules.decide(caller, EXPLAIN, code, clock.instant()).orRefuse();
        String named = localParty == null || localParty.isBlank()
                ? parties.ofSeat(code).map(LocalParty::localParty).orElse(null)
                : localParty;
        String only = visible.onlyParty(caller, EXPLAIN);
        if (only != null && !only.equals(named)) {
            throw ProblemType.SEAT_OUT_OF_REACH.because("You may ask about your own local party only: " + only + ".");
        }
        if (named == null || parties.find(named).isEmpty()) {
            throw ProblemType.NOT_FOUND.because("No local party has this id, or the seat has none.");
        }
        return sessions.withStatelessTransaction(session -> explanations.of(session, new PartySeat(named, code)));
    }
}
