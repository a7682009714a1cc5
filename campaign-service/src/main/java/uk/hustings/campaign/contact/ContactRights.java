package uk.hustings.campaign.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Predicate;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.access.Reach;
import uk.hustings.access.Ruling;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.domain.LateCounts;
import uk.hustings.campaign.localparty.LocalParties;

/** Who may report, read and correct contacts of which seat. */
@ApplicationScoped
class ContactRights {

    private static final String REPORT = "contact:report";
    private static final String READ = "contact:read";
    private static final String CORRECT = "contact:correct";

    private final AccessRules rules;
    private final LocalParties parties;
    private final DomainClock clock;

    ContactRights(AccessRules rules, LocalParties parties, DomainClock clock) {
        this.rules = rules;
        this.parties = parties;
        this.clock = clock;
    }

    Ruling toReport(Caller caller, SeatCode seat) {
        return rules.decide(caller, REPORT, seat, clock.instant());
    }

    /** The lock does not close work that was done before it: late counts rest on the record of whose seat it is. */
    boolean lateCounts(Ruling.Locked locked, SeatCode seat, Collection<LocalDate> days) {
        LocalDate lockedOn = LocalDate.ofInstant(locked.lock().since(), DomainClock.LONDON);
        return parties.owns(locked.lock().localParty(), seat) && LateCounts.only(days, lockedOn, clock.today());
    }

    /** @throws uk.hustings.api.problem.Problem saying why the caller may not report these days in this seat */
    void refuseReport(Caller caller, SeatCode seat, Collection<LocalDate> days) {
        Ruling ruling = toReport(caller, seat);
        if (!(ruling instanceof Ruling.Locked locked && lateCounts(locked, seat, days))) {
            ruling.orRefuse();
        }
    }

    /** @throws uk.hustings.api.problem.Problem saying why the caller may not read this seat */
    void refuseReading(Caller caller, SeatCode seat) {
        rules.decide(caller, READ, seat, clock.instant()).orRefuse();
    }

    /** The seats that the caller may read. */
    Predicate<SeatCode> readable(Caller caller) {
        return rules.seatsWithin(caller, READ, clock.instant());
    }

    /**
     * Whoever reported a batch may correct it, even where a lock or the end of a twinning has taken the role on the seat.
     *
     * @param localParty whose batch it is; null if there is none
     * @throws uk.hustings.api.problem.Problem saying why the caller may not change it
     */
    void refuseCorrection(Caller caller, SeatCode seat, String localParty) {
        String own = caller.localParty().orElse(null);
        boolean theirs = own != null
                && own.equals(localParty)
                && rules.decide(caller, CORRECT).granted()
                && rules.reach(caller, CORRECT).compareTo(Reach.OWN) >= 0;
        if (theirs) {
            return;
        }
        rules.decide(caller, CORRECT, seat, clock.instant()).orRefuse();
        if (localParty == null) {
            throw ContactBatches.notFound();
        }
        if (own != null) {
            throw ProblemType.SEAT_OUT_OF_REACH.because(
                    "You may correct what your own local party reported: " + own + ".");
        }
    }
}
