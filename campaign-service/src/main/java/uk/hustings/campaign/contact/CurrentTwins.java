package uk.hustings.campaign.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.contact.domain.PartySeat;

/** Where local parties work beside their own seats. */
@ApplicationScoped
class CurrentTwins {

    private final Mutiny.SessionFactory sessions;

    CurrentTwins(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    Uni<Set<PartySeat>> all() {
        return sessions.withStatelessSession(session -> session.createNativeQuery(
                                "select local_party, seat_code from current_twin", Object[].class)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new PartySeat((String) row[0], new SeatCode((String) row[1])))
                        .collect(Collectors.toSet()));
    }
}
