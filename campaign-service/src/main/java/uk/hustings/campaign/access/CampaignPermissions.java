package uk.hustings.campaign.access;

import io.quarkus.security.PermissionChecker;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Optional;
import java.util.function.Function;
import uk.hustings.access.AccessMatrix;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.access.Ruling;
import uk.hustings.access.Territory;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;

/** Who may call which operation, by the access matrix; asked before the operation runs. */
@ApplicationScoped
class CampaignPermissions {

    private final AccessRules rules;

    CampaignPermissions(AccessRules rules) {
        this.rules = rules;
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

    /** Which seats, and whether counts come late, is asked where it is known what is reported. */
    @PermissionChecker("contact:report")
    boolean reportContacts(SecurityIdentity identity) {
        return somewhere(identity, "contact:report");
    }

    @PermissionChecker("contact:read")
    boolean readContacts(SecurityIdentity identity) {
        return somewhere(identity, "contact:read");
    }

    @PermissionChecker("contact:correct")
    boolean correctContacts(SecurityIdentity identity) {
        return somewhere(identity, "contact:correct");
    }

    @PermissionChecker("strategy:read")
    boolean readStrategy(SecurityIdentity identity) {
        return somewhere(identity, "strategy:read");
    }

    @PermissionChecker("strategy:write")
    boolean writeStrategy(SecurityIdentity identity) {
        return everywhere(identity, "strategy:write");
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

    @PermissionChecker("member:accept")
    boolean answerInvitations(SecurityIdentity identity) {
        return somewhere(identity, "member:accept");
    }

    @PermissionChecker("member:leave")
    boolean leaveLocalParty(SecurityIdentity identity) {
        return somewhere(identity, "member:leave");
    }

    @PermissionChecker("key:request")
    boolean requestKeys(SecurityIdentity identity) {
        return somewhere(identity, "key:request");
    }

    @PermissionChecker("key:grant")
    boolean grantKeys(SecurityIdentity identity) {
        return somewhere(identity, "key:grant");
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

    @PermissionChecker("access:explain")
    boolean explain(SecurityIdentity identity) {
        return somewhere(identity, "access:explain");
    }

    @PermissionChecker("access:appeal")
    boolean appeal(SecurityIdentity identity) {
        return somewhere(identity, "access:appeal");
    }

    @PermissionChecker("access:judge-appeal")
    boolean judgeAppeals(SecurityIdentity identity) {
        return somewhere(identity, "access:judge-appeal");
    }

    @PermissionChecker("access:break-glass")
    boolean breakGlass(SecurityIdentity identity) {
        return somewhere(identity, "access:break-glass");
    }

    @PermissionChecker("access:confirm")
    boolean confirmOpenings(SecurityIdentity identity) {
        return somewhere(identity, "access:confirm");
    }

    @PermissionChecker("policy:write")
    boolean writePolicy(SecurityIdentity identity) {
        return everywhere(identity, "policy:write");
    }

    @PermissionChecker("policy:read")
    boolean readPolicy(SecurityIdentity identity) {
        return somewhere(identity, "policy:read");
    }

    @PermissionChecker("twinning:propose")
    boolean proposeTwinnings(SecurityIdentity identity) {
        return somewhere(identity, "twinning:propose");
    }

    @PermissionChecker("twinning:answer")
    boolean answerTwinnings(SecurityIdentity identity) {
        return somewhere(identity, "twinning:answer");
    }

    @PermissionChecker("twinning:read")
    boolean readTwinnings(SecurityIdentity identity) {
        return somewhere(identity, "twinning:read");
    }

    /** Hours of a twinning, and resources. */
    @PermissionChecker("election:write")
    boolean writeElections(SecurityIdentity identity) {
        return everywhere(identity, "election:write");
    }

    @PermissionChecker("resource:write")
    boolean writeResources(SecurityIdentity identity) {
        return somewhere(identity, "resource:write");
    }

    @PermissionChecker("allocation:read")
    boolean readAllocations(SecurityIdentity identity) {
        return somewhere(identity, "allocation:read");
    }

    @PermissionChecker("effect:write")
    boolean writeEffects(SecurityIdentity identity) {
        return everywhere(identity, "effect:write");
    }

    @PermissionChecker("spending:read")
    boolean readSpending(SecurityIdentity identity) {
        return somewhere(identity, "spending:read");
    }

    @PermissionChecker("spending:write")
    boolean recordSpending(SecurityIdentity identity) {
        return somewhere(identity, "spending:write");
    }

    @PermissionChecker("sync:operate")
    boolean operateSync(SecurityIdentity identity) {
        return everywhere(identity, "sync:operate");
    }

    @PermissionChecker("feed:follow")
    boolean followFeed(SecurityIdentity identity) {
        return everywhere(identity, "feed:follow");
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
