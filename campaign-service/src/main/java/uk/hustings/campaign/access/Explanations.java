package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.PlaceStates.States;
import uk.hustings.campaign.access.Respites.Respite;
import uk.hustings.campaign.access.domain.AccessPolicy;
import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.strategy.Strategy;

/** Says in words and in fields why a seat is open or shut to a local party. Reads the database, so that it is right at once. */
@ApplicationScoped
class Explanations {

    private static final String CHANGES_A_LOCK =
            "Withdraw or correct counts that were wrong, appeal the decision, ask a"
                    + " national organiser to restore access, or wait until it ends. Counts made before the day of the lock may"
                    + " still be reported for seven days.";
    private static final String CHANGES_A_NOTICE =
            "Withdraw or correct counts that were wrong before the notice ends, or appeal it.";

    private final PlaceStates states;
    private final Policies policies;
    private final Decisions decisions;
    private final Respites respites;
    private final Appeals appeals;
    private final RollUps weeks;
    private final Strategy strategy;
    private final Seats seats;
    private final DomainClock clock;

    Explanations(
            PlaceStates states,
            Policies policies,
            Decisions decisions,
            Respites respites,
            Appeals appeals,
            RollUps weeks,
            Strategy strategy,
            Seats seats,
            DomainClock clock) {
        this.states = states;
        this.policies = policies;
        this.decisions = decisions;
        this.respites = respites;
        this.appeals = appeals;
        this.weeks = weeks;
        this.strategy = strategy;
        this.seats = seats;
        this.clock = clock;
    }

    /**
     * What was decided about a local party in a seat and has not ended.
     *
     * @param lock null if none stands
     * @param notice null if none runs
     * @param twins of the local party
     */
    private record Decided(List<Respite> respites, AccessDecision lock, AccessDecision notice, List<SeatCode> twins) {

        private static final Decided NOTHING = new Decided(List.of(), null, null, List.of());
    }

    /** All that an explanation is made of. */
    private record Facts(
            PartySeat place, AccessPolicy policy, boolean limited, long counted, AppealView appeal, Decided decided) {}

    /** The same for the local party itself and for those who ask about it. */
    Uni<AccessExplanation> of(Mutiny.StatelessSession session, PartySeat place) {
        Instant now = clock.instant();
        IsoWeek thisWeek = IsoWeek.of(clock.today());
        return states.of(session, List.of(place)).chain(read -> strategy.classes(session, read.strategyEdition())
                .chain(classes -> policies.current(session, read.policyEvents(), now)
                        .chain(policy -> weeks.week(session, place, thisWeek)
                                .chain(found -> appeals.open(session, place).chain(appeal -> decided(
                                                session, read, place, now)
                                        .map(decided -> explain(
                                                new Facts(
                                                        place,
                                                        policy,
                                                        policy.covers(classes.apply(place.seat())) && policy.valid(now),
                                                        found.map(policy::counted)
                                                                .orElse(0L),
                                                        appeal,
                                                        decided),
                                                now)))))));
    }

    private Uni<Decided> decided(Mutiny.StatelessSession session, States read, PartySeat place, Instant now) {
        if (!read.detailed().contains(place)) {
            return Uni.createFrom().item(Decided.NOTHING);
        }
        return respites.of(session, List.of(place))
                .chain(held -> decisions.lock(session, place, now).chain(lock -> notice(session, held, now)
                        .chain(notice -> twins(session, place.localParty())
                                .map(twins -> new Decided(held, lock, notice, twins)))));
    }

    private AccessExplanation explain(Facts facts, Instant now) {
        if (facts.decided().lock() != null) {
            return shut(facts);
        }
        Optional<Respite> exemption = facts.decided().respites().stream()
                .filter(respite -> respite.runs() && !respite.isNotice() && now.isBefore(respite.until()))
                .max(Comparator.comparing(Respite::until));
        if (exemption.isPresent()) {
            return exempt(facts, exemption.get());
        }
        if (facts.decided().notice() != null) {
            return underNotice(facts);
        }
        return within(facts);
    }

    private AccessExplanation shut(Facts facts) {
        AccessDecision lock = facts.decided().lock();
        return explanation(
                facts,
                AccessDecision.LOCKED,
                lock.reason(),
                CHANGES_A_LOCK,
                0L,
                lock.id(),
                lock.decidedBy(),
                lock.until(),
                null,
                facts.appeal() == null ? howToAppeal(lock.id()) : null,
                facts.decided().twins());
    }

    private AccessExplanation underNotice(Facts facts) {
        AccessDecision notice = facts.decided().notice();
        return explanation(
                facts,
                AccessDecision.NOTICE,
                notice.reason(),
                CHANGES_A_NOTICE,
                0L,
                notice.id(),
                notice.decidedBy(),
                notice.until(),
                null,
                facts.appeal() == null ? howToAppeal(notice.id()) : null,
                null);
    }

    private AccessExplanation exempt(Facts facts, Respite exemption) {
        boolean emergency = Respites.BREAK_GLASS.equals(exemption.kind());
        return explanation(
                facts,
                "exempt",
                exemption.reason(),
                emergency
                        ? "When the emergency is over, the lock stands again if what it rested on still holds."
                        : "When the exemption is over, the weekly limit applies again.",
                null,
                exemption.decisionId(),
                null,
                exemption.until(),
                emergency ? true : null,
                null,
                null);
    }

    private AccessExplanation within(Facts facts) {
        AccessPolicy policy = facts.policy();
        boolean warned = facts.limited() && facts.counted() >= policy.warnAt();
        String why = facts.limited()
                ? "%d of %d contacts by %s this week."
                        .formatted(facts.counted(), policy.weeklyLimit(), policy.channelsInWords())
                : policy.version() == 0 ? "No access policy is in force." : "No weekly limit applies here.";
        return explanation(
                facts,
                warned ? AccessDecision.WARNED : "active",
                why,
                facts.limited()
                        ? "More than %d contacts in a week lock the seat.".formatted(policy.weeklyLimit())
                        : null,
                facts.limited() ? Long.valueOf(Math.max(0, policy.weeklyLimit() - facts.counted())) : null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private AccessExplanation explanation(
            Facts facts,
            String state,
            String why,
            String whatWouldChangeIt,
            Long contactsLeft,
            UUID decisionId,
            String decidedBy,
            Instant until,
            Boolean breakGlass,
            String howToAppeal,
            List<SeatCode> twins) {
        return new AccessExplanation(
                facts.place().localParty(),
                facts.place().seat(),
                seats.get(facts.place().seat()).name(),
                !AccessDecision.LOCKED.equals(state),
                state,
                why,
                whatWouldChangeIt,
                facts.counted(),
                contactsLeft,
                facts.limited() ? facts.policy().weeklyLimit() : null,
                facts.policy().version() == 0 ? null : facts.policy().version(),
                decisionId,
                decidedBy,
                until,
                breakGlass,
                facts.appeal(),
                howToAppeal,
                twins);
    }

    private static String howToAppeal(UUID decision) {
        return "A local or regional organiser sends {\"reason\": …} to POST /v1/campaign/access/decisions/%s/appeal; somebody"
                        .formatted(decision)
                + " who did not decide it judges.";
    }

    private Uni<AccessDecision> notice(Mutiny.StatelessSession session, List<Respite> held, Instant now) {
        return held.stream()
                .filter(respite -> respite.runs() && respite.isNotice() && now.isBefore(respite.until()))
                .findFirst()
                .map(respite -> decisions.get(session, respite.decisionId()))
                .orElse(Uni.createFrom().nullItem());
    }

    private static Uni<List<SeatCode>> twins(Mutiny.StatelessSession session, String localParty) {
        return session.createNativeQuery(
                        "select distinct seat_code from current_twin where local_party = :party order by seat_code",
                        String.class)
                .setParameter("party", localParty)
                .getResultList()
                .map(codes -> codes.stream().map(SeatCode::fromString).toList());
    }
}
