package uk.hustings.seats.facts;

import java.util.Map;
import uk.hustings.api.intake.Sheet;
import uk.hustings.api.problem.FieldError;

/** What a CSV file brings, each item in one row and once. */
public interface SheetOf<K, T> {

    /** By what identifies them, in the order of the file. */
    Map<K, T> items();

    /** Line of each item in the file. */
    Map<K, Integer> lines();

    /** Says where in the file a difference lies. */
    default Addition.Place<K> places() {
        return (key, column, detail) -> FieldError.inRow(lines().get(key), column, detail);
    }

    /** Keeps an item, or faults the row if it stands in another already. */
    default void keep(Sheet.Row row, String column, K key, T item) {
        if (items().putIfAbsent(key, item) != null) {
            row.fault(column, "stands in line %d already".formatted(lines().get(key)));
        }
        lines().putIfAbsent(key, row.line());
    }
}
