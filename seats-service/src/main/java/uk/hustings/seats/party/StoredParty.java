package uk.hustings.seats.party;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import uk.hustings.seats.party.domain.Party;

@Entity
@Table(name = "party")
class StoredParty {

    @Id
    String code;

    String name;
    String colour;
    String lineage;

    static StoredParty of(Party party) {
        StoredParty stored = new StoredParty();
        stored.code = party.code();
        stored.name = party.name();
        stored.colour = party.colour();
        stored.lineage = String.join(" ", party.lineage());
        return stored;
    }

    Party party() {
        List<String> codes = lineage.isEmpty() ? List.of() : Arrays.asList(lineage.split(" "));
        return new Party(code, name, colour, codes);
    }
}
