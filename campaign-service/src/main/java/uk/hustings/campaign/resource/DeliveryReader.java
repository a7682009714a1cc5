package uk.hustings.campaign.resource;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.campaign.localparty.LocalParty;
import uk.hustings.campaign.resource.domain.Basis;
import uk.hustings.campaign.resource.domain.MeasuredWork;
import uk.hustings.campaign.resource.domain.ResourceKind;
import uk.hustings.campaign.resource.domain.WorkInSeat;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;

/** Holds what a local party planned against what it delivered. */
@ApplicationScoped
class DeliveryReader {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final KnownWeeks weeks;
    private final ResourceRights rights;
    private final Seats seats;
    private final Mutiny.SessionFactory sessions;

    DeliveryReader(KnownWeeks weeks, ResourceRights rights, Seats seats, Mutiny.SessionFactory sessions) {
        this.weeks = weeks;
        this.rights = rights;
        this.seats = seats;
        this.sessions = sessions;
    }

    /** @throws uk.hustings.api.problem.Problem NOT_FOUND; SEAT_OUT_OF_REACH */
    Uni<ResourceDelivery> of(Caller caller, String localParty, Weeks span) {
        LocalParty party = rights.readable(caller, localParty);
        ResourceFilter filter = ResourceFilter.ofLocalParty(localParty, span.first(), span.last());
        return sessions.withStatelessSession(session -> weeks.of(session, filter, rights.toRead(caller)))
                .map(known -> new ResourceDelivery(
                        localParty,
                        party.name(),
                        span.first().toString(),
                        span.last().toString(),
                        known.stream().map(this::line).toList()));
    }

    private ResourceDelivery.Line line(KnownWeek known) {
        ResourceKind kind = known.of().kind();
        MeasuredWork work = MeasuredWork.of(known.work());
        Basis plannedBasis = known.amounts().plannedBasis();
        BigDecimal planned = plannedBasis == null ? null : known.amounts().of(plannedBasis);
        BigDecimal delivered = known.amounts().of(Basis.MEASURED);
        return new ResourceDelivery.Line(
                known.of().week().toString(),
                kind.code(),
                kind.unit(),
                planned,
                plannedBasis == null ? null : plannedBasis.code(),
                delivered,
                work.atHome().get(kind),
                work.twinned().get(kind),
                share(delivered, planned),
                known.work().stream().flatMap(seat -> inSeat(seat, kind)).toList());
    }

    private static BigDecimal share(BigDecimal delivered, BigDecimal planned) {
        return delivered == null || planned == null || planned.signum() == 0
                ? null
                : delivered.multiply(HUNDRED).divide(planned, 1, RoundingMode.HALF_UP);
    }

    private Stream<ResourceDelivery.InSeat> inSeat(WorkInSeat work, ResourceKind kind) {
        BigDecimal amount = work.measured().get(kind);
        return amount == null
                ? Stream.empty()
                : Stream.of(new ResourceDelivery.InSeat(
                        work.seat(),
                        seats.find(work.seat())
                                .map(Standing::name)
                                .orElse(work.seat().value()),
                        work.twinned(),
                        amount,
                        source(work, kind).code()));
    }

    /** Items are counted however the hours are known. */
    private static WorkInSeat.Source source(WorkInSeat work, ResourceKind kind) {
        boolean hours = kind == ResourceKind.DOORSTEP_HOURS || kind == ResourceKind.PHONE_HOURS;
        return hours ? work.source() : WorkInSeat.Source.CONTACTS;
    }
}
