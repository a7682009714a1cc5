package uk.hustings.campaign.twinning;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.DecisionFacts;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.duty.Duty;
import uk.hustings.campaign.twinning.domain.TwinningStatus;

/** Twinnings that begin on their first day, and end with their last at London's midnight. */
@ApplicationScoped
class TwinningPeriods implements Duty {

    /** Who changed a twinning when no person did. */
    static final String PERIOD = "period";

    /** A transaction that holds this many donors is still a short one; the rest waits a second. */
    private static final int MOST_AT_ONCE = 300;

    private final Twinnings twinnings;
    private final TwinGrants grants;
    private final DecisionFacts.Loader facts;

    TwinningPeriods(Twinnings twinnings, TwinGrants grants, DecisionFacts.Loader facts) {
        this.twinnings = twinnings;
        this.grants = grants;
        this.facts = facts;
    }

    @Override
    public Uni<Void> perform(Mutiny.StatelessSession session, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, DomainClock.LONDON);
        return twinnings.due(session, today, MOST_AT_ONCE).chain(due -> {
            Set<String> donors = due.stream().map(Twinning::donor).collect(Collectors.toSet());
            Set<PartySeat> places = due.stream().map(Twinning::place).collect(Collectors.toSet());
            return donors.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : twinnings
                            .hold(session, donors)
                            .chain(() -> facts.lockAndLoad(session, places))
                            .map(loaded -> loaded.now().isAfter(now) ? loaded.now() : now)
                            .chain(later -> update(session, places, later));
        });
    }

    /** Looks again now that nobody else can change them; one that was not among them waits for the next time. */
    private Uni<Void> update(Mutiny.StatelessSession session, Set<PartySeat> places, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, DomainClock.LONDON);
        return twinnings.due(session, today, MOST_AT_ONCE).chain(due -> Multi.createFrom()
                .iterable(due)
                .filter(twinning -> places.contains(twinning.place()))
                .onItem()
                .transformToUniAndConcatenate(twinning ->
                        twinning.period().overBy(today) ? end(session, twinning, now) : begin(session, twinning))
                .collect()
                .last());
    }

    private Uni<Void> begin(Mutiny.StatelessSession session, Twinning twinning) {
        return twinnings.begin(session, twinning).chain(() -> grants.begun(session, twinning));
    }

    private Uni<Void> end(Mutiny.StatelessSession session, Twinning twinning, Instant now) {
        String reason = twinning.status() == TwinningStatus.PROPOSED
                ? "Its last day, %s, went by without an answer."
                        .formatted(twinning.period().until())
                : "Its last day, %s, is over.".formatted(twinning.period().until());
        return twinnings
                .change(session, twinning, TwinningStatus.ENDED, false, PERIOD, now, reason)
                .chain(() -> twinning.inForce()
                        ? grants.over(session, twinning, reason)
                        : Uni.createFrom().voidItem());
    }
}
