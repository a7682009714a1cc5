package uk.hustings.seats.party;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.problem.FieldError;
import uk.hustings.seats.facts.Addition;
import uk.hustings.seats.party.domain.Party;

/** Records parties: all that are sent or none. */
@ApplicationScoped
public class PartyImport {

    private final Parties parties;

    PartyImport(Parties parties) {
        this.parties = parties;
    }

    /**
     * @param sent by code
     * @param place says where in the body a party's fault lies
     */
    public Uni<Addition<Party>> record(
            StatelessSession session, Map<String, Party> sent, Addition.Place<String> place) {
        return parties.all(session)
                .invoke(recorded -> lineageKnown(sent, recorded.keySet(), place))
                .map(recorded -> Addition.of(sent, recorded, PartySheet.COLUMNS, place))
                .call(addition -> parties.add(session, addition.created()));
    }

    private static void lineageKnown(Map<String, Party> sent, Set<String> recorded, Addition.Place<String> place) {
        Set<String> known = new HashSet<>(recorded);
        known.addAll(sent.keySet());
        List<FieldError> faults = new ArrayList<>();
        sent.forEach((code, party) -> party.lineage().stream()
                .filter(continued -> !known.contains(continued))
                .forEach(continued -> faults.add(place.of(code, "lineage", "names no known party: " + continued))));
        Faults.refuseAny(faults);
    }
}
