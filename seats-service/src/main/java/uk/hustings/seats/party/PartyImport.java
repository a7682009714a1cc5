package uk.hustings.seats.party;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import uk.hustings.api.intake.ImportReceipt;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.seats.facts.Addition;
import uk.hustings.seats.party.domain.Party;

/** Records parties: all of a file or none. */
@ApplicationScoped
class PartyImport {

    private final Parties parties;

    PartyImport(Parties parties) {
        this.parties = parties;
    }

    Uni<ImportReceipt> record(StatelessSession session, PartySheet sheet) {
        return parties.all(session)
                .invoke(recorded -> lineageKnown(sheet, recorded.keySet()))
                .map(recorded -> Addition.of(
                        sheet.parties(),
                        recorded,
                        PartySheet.COLUMNS,
                        (code, column, detail) -> FieldError.inRow(sheet.lines().get(code), column, detail)))
                .call(addition -> parties.add(session, addition.created()))
                .map(Addition::receipt);
    }

    private static void lineageKnown(PartySheet sheet, Set<String> recorded) {
        Set<String> known = new HashSet<>(recorded);
        known.addAll(sheet.parties().keySet());
        List<FieldError> faults = new ArrayList<>();
        for (Map.Entry<String, Party> entry : sheet.parties().entrySet()) {
            for (String code : entry.getValue().lineage()) {
                if (!known.contains(code)) {
                    faults.add(FieldError.inRow(
                            sheet.lines().get(entry.getKey()), "lineage", "names no known party: " + code));
                }
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemType.INVALID_INPUT
                    .because("%d faults; nothing was written.".formatted(faults.size()))
                    .withErrors(faults);
        }
    }
}
