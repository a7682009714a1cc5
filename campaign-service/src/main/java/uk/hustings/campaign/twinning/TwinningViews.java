package uk.hustings.campaign.twinning;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.localparty.LocalParty;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;

/** Twinnings as they are told: with the names of seats and local parties and the hours delivered. */
@ApplicationScoped
class TwinningViews {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private final HourReports hours;
    private final LocalParties parties;
    private final Seats seats;

    TwinningViews(HourReports hours, LocalParties parties, Seats seats) {
        this.hours = hours;
        this.parties = parties;
        this.seats = seats;
    }

    Uni<TwinningView> of(Mutiny.StatelessSession session, Twinning twinning) {
        return of(session, List.of(twinning)).map(views -> views.get(0));
    }

    /** In the order of the twinnings. */
    Uni<List<TwinningView>> of(Mutiny.StatelessSession session, List<Twinning> twinnings) {
        List<UUID> ids = twinnings.stream().map(Twinning::id).toList();
        return hours.sums(session, ids).map(sums -> twinnings.stream()
                .map(twinning -> view(twinning, sums.getOrDefault(twinning.id(), NOTHING)))
                .toList());
    }

    /** One to which nobody can have reported hours yet. */
    TwinningView fresh(Twinning twinning) {
        return view(twinning, NOTHING);
    }

    private TwinningView view(Twinning twinning, BigDecimal delivered) {
        return new TwinningView(
                twinning.id(),
                twinning.donor(),
                parties.find(twinning.donor()).map(LocalParty::name).orElse(twinning.donor()),
                twinning.target(),
                seats.find(twinning.target())
                        .map(Standing::name)
                        .orElse(twinning.target().value()),
                twinning.period().from(),
                twinning.period().until(),
                twinning.pledgedHours(),
                delivered,
                twinning.travelKm(),
                twinning.travelHours(),
                twinning.status().code(),
                twinning.inForce(),
                twinning.reason(),
                twinning.proposedBy(),
                twinning.proposedAt(),
                twinning.statusBy(),
                twinning.statusAt(),
                twinning.statusReason());
    }
}
