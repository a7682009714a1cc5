package uk.hustings.campaign.access;

import io.quarkus.security.PermissionChecker;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import uk.hustings.access.AccessMatrix;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.access.Ruling;
import uk.hustings.access.Territory;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.domain.LateCounts;
import uk.hustings.campaign.contact.ContactBatch;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;

/** Who may call which operation, by the access matrix; asked before the operation runs. */
@ApplicationScoped
class CampaignPermissions {

    private final AccessRules rules;
    private final LocalParties parties;
    private final DomainClock clock;

    CampaignPermissions(AccessRules rules, LocalParties parties, DomainClock clock) {
        this.rules = rules;
        this.parties = parties;
        this.clock = clock;
    }

    /** Where the rules of access find seats and local parties. */
    @ApplicationScoped
    static class Ground implements Territory {

        private final Seats seats;
        private final LocalParties parties;

        Ground(Seats seats, LocalParties parties) {
            this.seats = seats;
            this.parties = parties;
        }

        @Override
        public Optional<String> regionOf(SeatCode seat) {
            return seats.find(seat).map(Standing::regionCode);
        }

        @Override
        public boolean owns(String localParty, SeatCode seat) {
            return parties.owns(localParty, seat);
        }
    }

    /** Makes the one set of rules that all of this service asks. */
    @ApplicationScoped
    static class Rules {

        @Produces
        @jakarta.inject.Singleton
        AccessRules rules(Ground ground, LockFeed feed) {
            return new AccessRules(AccessMatrix.load(), ground, feed.live());
        }
    }

    /** The lock does not close work that was done before it: late counts rest on the record of whose seat it is. */
    @PermissionChecker("contact:report")
    boolean reportContacts(SecurityIdentity identity, SeatCode seatCode, ContactBatch batch) {
        Caller caller = CallerAugmentor.callerOf(identity);
        if (caller.anonymous()) {
            return false;
        }
        Ruling ruling = rules.decide(caller, "contact:report", seatCode, clock.instant());
        if (ruling instanceof Ruling.Locked locked && batch != null) {
            LocalDate lockedOn = LocalDate.ofInstant(locked.lock().since(), DomainClock.LONDON);
            boolean owner = parties.owns(locked.lock().localParty(), seatCode);
            if (owner && LateCounts.only(batch.days(), lockedOn, clock.today())) {
                return true;
            }
        }
        ruling.orRefuse();
        return true;
    }

    @PermissionChecker("contact:read")
    boolean readContacts(SecurityIdentity identity, SeatCode seatCode) {
        return inSeat(identity, "contact:read", seatCode);
    }

    @PermissionChecker("contact:correct")
    boolean correctContacts(SecurityIdentity identity, SeatCode seatCode) {
        return inSeat(identity, "contact:correct", seatCode);
    }

    @PermissionChecker("strategy:read")
    boolean readStrategy(SecurityIdentity identity) {
        return somewhere(identity, "strategy:read");
    }

    @PermissionChecker("local-party:read")
    boolean readLocalParties(SecurityIdentity identity) {
        return somewhere(identity, "local-party:read");
    }

    @PermissionChecker("local-party:write")
    boolean writeLocalParties(SecurityIdentity identity) {
        return everywhere(identity, "local-party:write");
    }

    @PermissionChecker("member:write")
    boolean writeMembers(SecurityIdentity identity) {
        return somewhere(identity, "member:write");
    }

    @PermissionChecker("access:me")
    boolean readOwnAccess(SecurityIdentity identity) {
        return somewhere(identity, "access:me");
    }

    @PermissionChecker("access:read-log")
    boolean readDecisions(SecurityIdentity identity) {
        return somewhere(identity, "access:read-log");
    }

    @PermissionChecker("access:decide")
    boolean decide(SecurityIdentity identity) {
        return everywhere(identity, "access:decide");
    }

    @PermissionChecker("policy:read")
    boolean readPolicy(SecurityIdentity identity) {
        return somewhere(identity, "policy:read");
    }

    @PermissionChecker("sync:operate")
    boolean operateSync(SecurityIdentity identity) {
        return everywhere(identity, "sync:operate");
    }

    @PermissionChecker("feed:follow")
    boolean followFeed(SecurityIdentity identity) {
        return everywhere(identity, "feed:follow");
    }

    private boolean inSeat(SecurityIdentity identity, String permission, SeatCode seat) {
        Instant now = clock.instant();
        return allowed(identity, caller -> rules.decide(caller, permission, seat, now));
    }

    private boolean somewhere(SecurityIdentity identity, String permission) {
        return allowed(identity, caller -> rules.decide(caller, permission));
    }

    private boolean everywhere(SecurityIdentity identity, String permission) {
        return allowed(identity, caller -> rules.decideEverywhere(caller, permission));
    }

    /** Whoever has not said who they are is asked to, not refused. */
    private static boolean allowed(SecurityIdentity identity, Function<Caller, Ruling> question) {
        Caller caller = CallerAugmentor.callerOf(identity);
        if (caller.anonymous()) {
            return false;
        }
        question.apply(caller).orRefuse();
        return true;
    }
}
