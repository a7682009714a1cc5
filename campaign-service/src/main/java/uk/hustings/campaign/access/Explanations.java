package uk.hustings.campaign.access;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.access.Reach;
import uk.hustings.access.Role;
import uk.hustings.access.Ruling;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.domain.AccessPolicy;
import uk.hustings.campaign.contact.ContactWeeks;
import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.contact.domain.WeekContacts;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.localparty.LocalParty;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.strategy.Strategy;

/** Says in words and in fields why a seat is open or shut. Reads the database, so that it is right at once. */
@ApplicationScoped
class Explanations {

    private static final String REPORT = "contact:report";

    private final AccessRules rules;
    private final Policies policies;
    private final Locks locks;
    private final Decisions decisions;
    private final ContactWeeks weeks;
    private final Strategy strategy;
    private final LocalParties parties;
    private final Seats seats;
    private final Mutiny.SessionFactory sessions;
    private final DomainClock clock;

    Explanations(
            AccessRules rules,
            Policies policies,
            Locks locks,
            Decisions decisions,
            ContactWeeks weeks,
            Strategy strategy,
            LocalParties parties,
            Seats seats,
            Mutiny.SessionFactory sessions,
            DomainClock clock) {
        this.rules = rules;
        this.policies = policies;
        this.locks = locks;
        this.decisions = decisions;
        this.weeks = weeks;
        this.strategy = strategy;
        this.parties = parties;
        this.seats = seats;
        this.sessions = sessions;
        this.clock = clock;
    }

    Uni<MyAccess> forCaller(Caller caller) {
        Map<SeatCode, String> relations = new LinkedHashMap<>();
        caller.localParty()
                .flatMap(parties::find)
                .map(LocalParty::seatCodes)
                .ifPresent(own -> own.forEach(seat -> relations.put(seat, "own")));
        caller.seats().stream().sorted().forEach(seat -> relations.putIfAbsent(seat, "own"));
        caller.twins().stream().sorted().forEach(seat -> relations.putIfAbsent(seat, "twin"));
        return sessions.withStatelessTransaction(
                        session -> policies.current(session).chain(policy -> Multi.createFrom()
                                .iterable(relations.entrySet())
                                .filter(relation ->
                                        seats.find(relation.getKey()).isPresent())
                                .onItem()
                                .transformToUniAndConcatenate(relation ->
                                        explain(session, caller, policy, relation.getKey(), relation.getValue()))
                                .collect()
                                .asList()))
                .map(explained -> new MyAccess(
                        caller.name(),
                        caller.roles().stream().sorted().map(Role::code).toList(),
                        caller.localParty().orElse(null),
                        caller.region(),
                        reportsIn(caller),
                        explained));
    }

    private Uni<MyAccess.Seat> explain(
            Mutiny.StatelessSession session, Caller caller, AccessPolicy policy, SeatCode seat, String relation) {
        String localParty = caller.localParty().orElse("");
        Instant now = clock.instant();
        IsoWeek thisWeek = IsoWeek.of(clock.today());
        return locks.find(session, localParty, seat)
                .chain(lock -> weeks.since(session, localParty, seat, thisWeek).chain(found -> decisions
                        .exemption(session, localParty, seat, now)
                        .map(exemption -> {
                            List<WeekContacts> current = found.stream()
                                    .filter(week -> week.week().equals(thisWeek))
                                    .toList();
                            long counted =
                                    current.stream().mapToLong(policy::counted).sum();
                            boolean limited = policy.covers(strategy.classOf(seat)) && now.isBefore(policy.ends());
                            return lock != null && now.isBefore(lock.live().until())
                                    ? locked(caller, lock, relation, counted)
                                    : open(caller, policy, seat, relation, counted, limited, exemption);
                        })));
    }

    private MyAccess.Seat locked(Caller caller, AccessLock lock, String relation, long counted) {
        SeatCode seat = lock.live().seatCode();
        return new MyAccess.Seat(
                seat,
                seats.get(seat).name(),
                relation,
                false,
                AccessDecision.LOCKED,
                lock.live().reason(),
                "Withdraw or correct counts that were wrong, ask a national organiser to restore access, or wait until it"
                        + " ends. Counts made before the day of the lock may still be reported for seven days.",
                counted,
                0L,
                lock.decisionId(),
                lock.live().until(),
                caller.seats().contains(seat) || caller.twins().contains(seat));
    }

    private MyAccess.Seat open(
            Caller caller,
            AccessPolicy policy,
            SeatCode seat,
            String relation,
            long counted,
            boolean limited,
            AccessDecision exemption) {
        boolean inToken = caller.seats().contains(seat) || caller.twins().contains(seat);
        boolean mayReport = rules.decide(caller, REPORT, seat, clock.instant()) instanceof Ruling.Granted;
        boolean warned = limited && exemption == null && counted >= policy.warnAt();
        String state = exemption != null ? "exempt" : warned ? AccessDecision.WARNED : "active";
        String why;
        if (!mayReport) {
            why = rules.reach(caller, REPORT) == Reach.NONE
                    ? "Your roles do not report contacts."
                    : "Your token does not carry the role on this seat yet; a new token will once Keycloak has it.";
        } else if (exemption != null) {
            why = exemption.reason();
        } else if (limited) {
            why = "%d of %d contacts by %s this week."
                    .formatted(counted, policy.weeklyLimit(), policy.channelsInWords());
        } else {
            why = "No weekly limit applies here.";
        }
        return new MyAccess.Seat(
                seat,
                seats.get(seat).name(),
                relation,
                mayReport,
                state,
                why,
                limited && exemption == null
                        ? "More than %d contacts in a week lock the seat.".formatted(policy.weeklyLimit())
                        : null,
                counted,
                limited && exemption == null ? Math.max(0, policy.weeklyLimit() - counted) : null,
                exemption == null ? null : exemption.id(),
                exemption == null ? null : exemption.until(),
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
