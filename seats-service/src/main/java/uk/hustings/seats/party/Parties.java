package uk.hustings.seats.party;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import uk.hustings.seats.party.domain.Party;

/** The parties as they are recorded. */
@ApplicationScoped
public class Parties {

    /** Every code that is recorded. */
    public Uni<Set<String>> codes(StatelessSession session) {
        return all(session).map(Map::keySet);
    }

    Uni<Map<String, Party>> all(StatelessSession session) {
        return session.createSelectionQuery("from StoredParty", StoredParty.class)
                .getResultList()
                .map(stored -> stored.stream()
                        .map(StoredParty::party)
                        .collect(Collectors.toUnmodifiableMap(Party::code, Function.identity())));
    }

    Uni<Void> add(StatelessSession session, List<Party> parties) {
        return session.insertMultiple(parties.stream().map(StoredParty::of).toList());
    }
}
