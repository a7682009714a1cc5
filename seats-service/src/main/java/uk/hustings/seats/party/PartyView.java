package uk.hustings.seats.party;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.seats.party.domain.Party;

/** A party as the API shows it. */
@Schema(name = "Party")
record PartyView(
        @Schema(examples = "reform") String code,
        @Schema(examples = "Reform UK") String name,

        @Schema(description = "For charts", examples = "#17A2C6")
        String colour,

        @Schema(description = "Codes of the parties that it continues", examples = "[\"brexit\"]")
        List<String> lineage) {

    static PartyView of(Party party) {
        return new PartyView(party.code(), party.name(), party.colour(), party.lineage());
    }
}
