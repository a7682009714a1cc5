package uk.hustings.campaign.spending;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import uk.hustings.access.Caller;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.intake.JsonItems;
import uk.hustings.api.intake.Sheet;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.Problem;
import uk.hustings.campaign.seatref.Seats;

/** Reads the expenses of an import and checks each. */
@ApplicationScoped
class ExpenseRows {

    /** Expenses that one import may bring. */
    static final int MOST = 5_000;

    static final String LIST = "expenses";

    private static final Set<String> REQUIRED = Set.of("seatCode", "category", "period", "status", "paidGbp", "day");
    private static final Set<String> OPTIONAL = Set.of(
            "election", "localParty", "notionalGbp", "candidateSharePct", "supplier", "description", "reference");

    /** How a body is read. */
    interface Form {
        List<Row> read(Caller caller, InputStream body);
    }

    /**
     * An expense that can be recorded.
     *
     * @param place where it is in the body, in words
     * @param error makes the error of a field of it
     */
    record Row(ExpenseValidator.Valid valid, String place, BiFunction<String, String, FieldError> error) {}

    private final ExpenseValidator expenses;
    private final SpendingRights rights;
    private final Seats seats;
    private final Validator forms;
    private final ObjectMapper json;

    ExpenseRows(ExpenseValidator expenses, SpendingRights rights, Seats seats, Validator forms, ObjectMapper json) {
        this.expenses = expenses;
        this.rights = rights;
        this.seats = seats;
        this.forms = forms;
        this.json = json;
    }

    /** @throws Problem BROKEN_BODY, BODY_TOO_LARGE, SEAT_OUT_OF_REACH, INVALID_INPUT */
    List<Row> fromSheet(Caller caller, InputStream csv) {
        Read read = new Read(caller);
        return read.all(() -> {
            Sheet sheet = Sheet.read(csv, REQUIRED, OPTIONAL::contains, MOST);
            Set<String> header = Set.copyOf(sheet.header());
            return sheet.rows(row -> {
                Cells cells = new Cells(row, header);
                ExpenseOrder order = cells.order();
                return read.row(
                        order,
                        "line " + row.line(),
                        cells::fault,
                        (field, detail) -> FieldError.inRow(row.line(), field, detail));
            });
        });
    }

    /** @throws Problem BROKEN_BODY, BODY_TOO_LARGE, SEAT_OUT_OF_REACH, INVALID_INPUT */
    List<Row> fromList(Caller caller, InputStream body) {
        Read read = new Read(caller);
        return read.all(() -> {
            List<Row> rows = JsonItems.of(json, body, LIST, ExpenseOrder.class, MOST)
                    .all(item -> read.row(
                            item.value(),
                            item.place(),
                            (field, detail) -> item.fault("/" + field, detail),
                            (field, detail) -> FieldError.at(item.place() + "/" + field, detail)));
            if (rows.isEmpty()) {
                Faults.refuseAny(List.of(FieldError.at("/" + LIST, "must not be empty")));
            }
            return rows;
        });
    }

    /** What was met while a body is read. */
    private final class Read {

        private final Caller caller;
        private final SeatsOutOfReach outOfReach;
        private final Map<List<Object>, String> references = new LinkedHashMap<>();

        Read(Caller caller) {
            this.caller = caller;
            this.outOfReach = new SeatsOutOfReach(rights, caller);
        }

        List<Row> all(Supplier<List<Row>> reading) {
            try {
                List<Row> rows = reading.get();
                outOfReach.refuse();
                return rows;
            } catch (Problem fault) {
                // Those who may not record anything there need not learn what is wrong with the rows.
                outOfReach.refuse();
                throw fault;
            }
        }

        Row row(
                ExpenseOrder order,
                String place,
                BiConsumer<String, String> faults,
                BiFunction<String, String, FieldError> error) {
            if (order.seatCode() != null && seats.find(order.seatCode()).isPresent()) {
                outOfReach.met(order.seatCode());
            }
            var violations = forms.validate(order);
            violations.forEach(
                    violation -> faults.accept(violation.getPropertyPath().toString(), violation.getMessage()));
            if (!violations.isEmpty()) {
                return null;
            }
            ExpenseValidator.Valid valid = expenses.check(caller, order, faults);
            if (valid == null) {
                return null;
            }
            String own = caller.localParty().orElse(null);
            if (own != null && !own.equals(valid.localParty())) {
                faults.accept("localParty", "must be your own local party, " + own);
            }
            if (valid.reference() != null) {
                String earlier = references.putIfAbsent(
                        List.of(valid.seatCode(), valid.contest().election(), valid.reference()), place);
                if (earlier != null) {
                    faults.accept("reference", "is in %s already".formatted(earlier));
                }
            }
            return new Row(valid, place, error);
        }
    }

    /** The cells of a CSV row; a cell that cannot be read is reported once. */
    private static final class Cells {

        private final Sheet.Row row;
        private final Set<String> header;
        private final Set<String> unreadable = new HashSet<>();

        Cells(Sheet.Row row, Set<String> header) {
            this.row = row;
            this.header = header;
        }

        ExpenseOrder order() {
            return new ExpenseOrder(
                    read("seatCode", column -> row.parsed(column, "a seat code", SeatCode::fromString)),
                    read("election", row::text),
                    read("localParty", row::text),
                    read("category", row::text),
                    read("period", row::text),
                    read("status", row::text),
                    read("paidGbp", row::decimal),
                    read("notionalGbp", row::decimal),
                    read("candidateSharePct", row::decimal),
                    read("day", row::date),
                    read("supplier", row::text),
                    read("description", row::text),
                    read("reference", row::text));
        }

        void fault(String column, String detail) {
            if (!unreadable.contains(column)) {
                row.fault(column, detail);
            }
        }

        private <V> V read(String column, Function<String, V> reader) {
            if (!header.contains(column)) {
                return null;
            }
            V value = reader.apply(column);
            if (value == null && !row.isEmpty(column)) {
                unreadable.add(column);
            }
            return value;
        }
    }
}
