package uk.hustings.campaign.twinning;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.localparty.LocalParty;

/** Twinnings that the caller may see. */
@ApplicationScoped
class TwinningReader {

    /** Rows of an export that are in memory at a time. */
    private static final int ROWS_AT_A_TIME = 500;

    private final Twinnings twinnings;
    private final HourReports hours;
    private final TwinningViews views;
    private final LockedSeats locked;
    private final TwinningReach reach;
    private final LocalParties parties;
    private final Mutiny.SessionFactory sessions;
    private final DomainClock clock;

    TwinningReader(
            Twinnings twinnings,
            HourReports hours,
            TwinningViews views,
            LockedSeats locked,
            TwinningReach reach,
            LocalParties parties,
            Mutiny.SessionFactory sessions,
            DomainClock clock) {
        this.twinnings = twinnings;
        this.hours = hours;
        this.views = views;
        this.locked = locked;
        this.reach = reach;
        this.parties = parties;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Newest first. */
    Uni<Page<TwinningView>> page(Caller caller, Twinnings.Wanted wanted, PageRequest page) {
        UUID before = page.afterId();
        return list(caller, wanted, before, page.limit() + 1)
                .map(found -> Page.ofRows(
                        found, page, twinning -> twinning.twinningId().toString()));
    }

    /**
     * Newest first, those that come after one.
     *
     * @param last null for the first ones
     */
    Uni<List<TwinningView>> after(TwinningView last, Caller caller, Twinnings.Wanted wanted) {
        return list(caller, wanted, last == null ? null : last.twinningId(), ROWS_AT_A_TIME);
    }

    Uni<TwinningView.Whole> one(Caller caller, UUID id) {
        return sessions.withStatelessSession(session -> twinnings
                .find(session, id)
                .map(found -> reach.seen(caller, found))
                .chain(found -> views.of(session, found)
                        .chain(view -> twinnings.history(session, id).chain(history -> hours.of(session, id)
                                .map(reports -> new TwinningView.Whole(view, history, reports))))));
    }

    /**
     * Locked local parties, those without a twin first.
     *
     * @param region GSS code; null for any
     */
    Uni<List<LockedLocalParty>> locked(Caller caller, String region) {
        Predicate<LocalParty> visible =
                reach.donors(caller, "twinning:read").and(party -> region == null || region.equals(party.region()));
        return sessions.withStatelessSession(
                session -> locked.byLocalParty(session, clock.instant()).chain(locks -> twinnings
                        .open(session)
                        .map(open -> open.stream()
                                .filter(twinning -> locks.containsKey(twinning.donor()))
                                .toList())
                        .chain(open -> views.of(session, open))
                        .map(open -> told(locks, open, visible))));
    }

    private List<LockedLocalParty> told(
            Map<String, List<LockedSeats.LockedSeat>> locks, List<TwinningView> open, Predicate<LocalParty> visible) {
        Map<String, List<TwinningView>> byDonor = open.stream().collect(Collectors.groupingBy(TwinningView::donor));
        List<LockedLocalParty> told = new ArrayList<>();
        locks.forEach((id, seats) -> parties.find(id).filter(visible).ifPresent(party -> {
            List<TwinningView> twins = byDonor.getOrDefault(id, List.of());
            told.add(new LockedLocalParty(
                    id, party.name(), party.region(), seats, twins.stream().anyMatch(TwinningView::inForce), twins));
        }));
        told.sort(LockedLocalParty.WITHOUT_TWIN_FIRST);
        return told;
    }

    private Uni<List<TwinningView>> list(Caller caller, Twinnings.Wanted wanted, UUID before, int most) {
        return sessions.withStatelessSession(session -> twinnings
                .list(session, wanted, reach.sight(caller), before, most)
                .chain(found -> views.of(session, found)));
    }
}
