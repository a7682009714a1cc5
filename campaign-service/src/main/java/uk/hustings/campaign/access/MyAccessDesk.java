package uk.hustings.campaign.access;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.access.Reach;
import uk.hustings.access.Role;
import uk.hustings.access.Ruling;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.localparty.LocalParty;
import uk.hustings.campaign.seatref.Seats;

/** Explains every seat of a caller: what locks say of it, and what the caller's own token does. */
@ApplicationScoped
class MyAccessDesk {

    private static final String REPORT = "contact:report";

    private final AccessRules rules;
    private final Explanations explanations;
    private final LocalParties parties;
    private final Seats seats;
    private final InvitationsOfAccount invitations;
    private final Mutiny.SessionFactory sessions;
    private final DomainClock clock;

    MyAccessDesk(
            AccessRules rules,
            Explanations explanations,
            LocalParties parties,
            Seats seats,
            InvitationsOfAccount invitations,
            Mutiny.SessionFactory sessions,
            DomainClock clock) {
        this.rules = rules;
        this.explanations = explanations;
        this.parties = parties;
        this.seats = seats;
        this.invitations = invitations;
        this.sessions = sessions;
        this.clock = clock;
    }

    Uni<MyAccess> of(Caller caller) {
        Map<SeatCode, String> relations = new LinkedHashMap<>();
        caller.localParty()
                .flatMap(parties::find)
                .map(LocalParty::seatCodes)
                .ifPresent(own -> own.forEach(seat -> relations.put(seat, "own")));
        caller.seats().stream().sorted().forEach(seat -> relations.putIfAbsent(seat, "own"));
        caller.twins().stream().sorted().forEach(seat -> relations.putIfAbsent(seat, "twin"));
        return sessions.withStatelessTransaction(session -> Multi.createFrom()
                .iterable(relations.entrySet())
                .filter(relation -> seats.find(relation.getKey()).isPresent())
                .onItem()
                .transformToUniAndConcatenate(relation -> explanations
                        .of(session, new PartySeat(caller.localParty().orElse(""), relation.getKey()))
                        .map(explained -> seat(caller, relation.getValue(), explained)))
                .collect()
                .asList()
                .chain(explained -> invitations
                        .openFor(session, caller, clock.instant())
                        .map(invited -> new MyAccess(
                                caller.name(),
                                caller.roles().stream().sorted().map(Role::code).toList(),
                                caller.localParty().orElse(null),
                                caller.region(),
                                reportsIn(caller),
                                explained,
                                invited))));
    }

    /** A seat may be open to the local party and yet not to this caller, whose token or role does not reach it. */
    private MyAccess.Seat seat(Caller caller, String relation, AccessExplanation explained) {
        SeatCode code = explained.seatCode();
        boolean mayReport =
                explained.open() && rules.decide(caller, REPORT, code, clock.instant()) instanceof Ruling.Granted;
        boolean inToken = caller.seats().contains(code) || caller.twins().contains(code);
        String why = explained.why();
        if (explained.open() && !mayReport) {
            why = rules.reach(caller, REPORT) == Reach.NONE
                    ? "Your roles do not report contacts."
                    : "Your token does not carry the role on this seat yet; a new token will once Keycloak has it.";
        }
        return new MyAccess.Seat(
                code,
                explained.name(),
                relation,
                mayReport,
                explained.state(),
                why,
                explained.whatWouldChangeIt(),
                explained.contactsThisWeek(),
                explained.contactsLeft(),
                explained.weeklyLimit(),
                explained.policyVersion(),
                explained.decisionId(),
                explained.decidedBy(),
                explained.until(),
                explained.breakGlass(),
                explained.openAppeal(),
                explained.howToAppeal(),
                explained.twinnedSeats(),
                inToken);
    }

    private String reportsIn(Caller caller) {
        return switch (rules.reach(caller, REPORT)) {
            case ALL -> "every seat";
            case REGION -> "every seat of the region " + caller.region();
            case OWN, OWN_AND_TWIN -> "the seats listed that are open";
            default -> "no seat";
        };
    }
}
