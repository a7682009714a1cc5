package uk.hustings.seats.seat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import uk.hustings.api.intake.Sheet;
import uk.hustings.seats.election.domain.Election;
import uk.hustings.seats.facts.SheetOf;
import uk.hustings.seats.party.domain.Party;
import uk.hustings.seats.seat.domain.HolderEvent;
import uk.hustings.seats.seat.domain.SeatKey;

/**
 * Defections and vacancies as a CSV file brings them.
 *
 * @param items by seat and day
 */
record HolderEventSheet(Map<List<Object>, HolderEvent> items, Map<List<Object>, Integer> lines)
        implements SheetOf<List<Object>, HolderEvent> {

    static final Map<String, Function<HolderEvent, ?>> COMPARED = compared();

    private static final List<String> COLUMNS =
            List.of("boundarySet", "seatCode", "day", "kind", "party", "note", "source");

    /**
     * @param known the seats that are recorded
     * @param parties codes that are known
     * @param today real day: nothing can be told before it happened
     */
    static HolderEventSheet read(String csv, Set<SeatKey> known, Set<String> parties, LocalDate today) {
        HolderEventSheet sheet = new HolderEventSheet(new LinkedHashMap<>(), new LinkedHashMap<>());
        Sheet.read(csv, COLUMNS, column -> false).rows(row -> sheet.add(row, known, parties, today));
        return sheet;
    }

    static List<Object> keyOf(HolderEvent event) {
        return List.of(event.seat(), event.day());
    }

    private HolderEvent add(Sheet.Row row, Set<SeatKey> known, Set<String> parties, LocalDate today) {
        SeatKey seat = KnownSeat.read(row, "boundarySet", "seatCode", known);
        LocalDate day = row.date("day");
        if (day == null ? row.text("day") == null : day.isAfter(today) || day.isBefore(Election.FIRST_DAY)) {
            row.fault("day", "must be a day from %s on that is not in the future".formatted(Election.FIRST_DAY));
        }
        HolderEvent.Kind kind = HolderEvent.Kind.fromCode(row.text("kind")).orElse(null);
        String party = row.text("party");
        if (kind == null) {
            row.fault("kind", "must be defection or vacancy");
        } else if (kind == HolderEvent.Kind.VACANCY && party != null) {
            row.fault("party", "must be empty for a vacancy");
        } else if (kind == HolderEvent.Kind.DEFECTION
                && (party == null || !parties.contains(party) || party.equals(Party.OTHER))) {
            row.fault("party", "must be the code of a known party, not " + Party.OTHER);
        }
        String source = row.requiredText("source");
        if (seat == null || day == null || kind == null || source == null) {
            return null;
        }
        HolderEvent event = new HolderEvent(seat, day, kind, party, row.text("note"), source);
        keep(row, "day", keyOf(event), event);
        return event;
    }

    private static Map<String, Function<HolderEvent, ?>> compared() {
        Map<String, Function<HolderEvent, ?>> fields = new LinkedHashMap<>();
        fields.put("kind", event -> event.kind().code());
        fields.put("party", HolderEvent::party);
        fields.put("note", HolderEvent::note);
        fields.put("source", HolderEvent::source);
        return fields;
    }
}
