package uk.hustings.campaign.twinning;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;

/** Who is locked out of which seat now, as the database says. */
@ApplicationScoped
class LockedSeats {

    /** A seat out of which a local party is locked. */
    @Schema(name = "LockedSeat", description = "A seat out of which a local party is locked")
    public record LockedSeat(
            SeatCode seatCode,
            UUID decisionId,
            @Schema(examples = "2015-04-14T11:00:00Z") Instant since,
            @Schema(examples = "2015-05-07T21:00:00Z") Instant until) {}

    /** @param now domain time: a lock that has run out no longer stands */
    Uni<Map<String, List<LockedSeat>>> byLocalParty(Mutiny.StatelessSession session, Instant now) {
        return session.createNativeQuery("""
                        select local_party, seat_code, decision_id, since, until from access_lock
                        where lifted_by is null and until > :now order by local_party, seat_code
                        """, Object[].class)
                .setParameter("now", now)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> (String) row[0],
                                LinkedHashMap::new,
                                Collectors.mapping(LockedSeats::seat, Collectors.toList()))));
    }

    private static LockedSeat seat(Object[] row) {
        return new LockedSeat(SeatCode.fromString((String) row[1]), (UUID) row[2], instant(row[3]), instant(row[4]));
    }

    private static Instant instant(Object time) {
        return time instanceof OffsetDateTime offset ? offset.toInstant() : (Instant) time;
    }
}
