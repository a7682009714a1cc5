package uk.hustings.campaign.reach;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.intake.Sheet;
import uk.hustings.campaign.reach.domain.Travel;
import uk.hustings.campaign.reach.domain.TravelMatrix;

/** Travel times as a CSV file brings them, each pair once. */
final class TravelSheet {

    /** Rows that a file may have: 650 seats to 650 seats. */
    static final int MOST_ROWS = 422_500;

    /** A day. */
    static final int MOST_MINUTES = 1440;

    /** From one end of the kingdom to the other there are fewer. */
    static final int MOST_KILOMETRES = 2000;

    private static final Set<String> COLUMNS = Set.of("from", "to", "minutes", "kilometres");
    private static final double MINUTES_OF_AN_HOUR = 60;

    private final Predicate<String> knownLocalParty;
    private final Predicate<SeatCode> knownSeat;
    private final Map<String, SortedMap<SeatCode, Travel>> journeys = new LinkedHashMap<>();
    private final Map<String, SeatCode> codes = new HashMap<>();
    private int pairs;

    TravelSheet(Predicate<String> knownLocalParty, Predicate<SeatCode> knownSeat) {
        this.knownLocalParty = knownLocalParty;
        this.knownSeat = knownSeat;
    }

    /** What a file brought. */
    record Read(TravelMatrix matrix, int pairs) {}

    /** @throws uk.hustings.api.problem.Problem BROKEN_BODY; BODY_TOO_LARGE; INVALID_INPUT naming the lines at fault */
    Read read(InputStream csv) {
        Sheet.read(csv, COLUMNS, column -> false, MOST_ROWS).forEach(this::row, counted -> pairs++);
        Map<String, TravelMatrix.Row> rows = new HashMap<>();
        journeys.forEach((from, to) -> rows.put(from, TravelMatrix.Row.of(to)));
        return new Read(new TravelMatrix(rows), pairs);
    }

    private SeatCode row(Sheet.Row row) {
        String from = row.requiredText("from");
        SeatCode to = seat(row);
        Double minutes = figure(row, "minutes", MOST_MINUTES);
        Double kilometres = figure(row, "kilometres", MOST_KILOMETRES);
        if (from != null && !isKnown(from)) {
            row.fault("from", "is neither the id of a local party nor the code of a seat");
        }
        if (from == null || to == null || minutes == null || kilometres == null) {
            return null;
        }
        if (from.equals(to.value())) {
            row.fault("to", "is where the journey begins");
        }
        Travel earlier = journeys.computeIfAbsent(from, first -> new TreeMap<>())
                .putIfAbsent(to, new Travel(kilometres, minutes / MINUTES_OF_AN_HOUR));
        if (earlier != null) {
            row.fault("to", "has a journey from %s already".formatted(from));
        }
        return to;
    }

    private SeatCode seat(Sheet.Row row) {
        row.requiredText("to");
        SeatCode to = row.parsed("to", "a capital letter and eight digits", this::code);
        if (to != null && !knownSeat.test(to)) {
            row.fault("to", "no seat of the boundaries in force has this code");
        }
        return to;
    }

    private boolean isKnown(String from) {
        return knownLocalParty.test(from) || isSeat(from);
    }

    private boolean isSeat(String from) {
        try {
            return knownSeat.test(code(from));
        } catch (IllegalArgumentException noCode) {
            return false;
        }
    }

    private SeatCode code(String text) {
        return codes.computeIfAbsent(text, SeatCode::fromString);
    }

    private static Double figure(Sheet.Row row, String column, int most) {
        row.requiredText(column);
        BigDecimal figure = row.decimal(column);
        if (figure == null) {
            return null;
        }
        if (figure.signum() < 0 || figure.compareTo(BigDecimal.valueOf(most)) > 0) {
            row.fault(column, "must be 0 to %d, was %s".formatted(most, figure));
            return null;
        }
        return figure.doubleValue();
    }
}
