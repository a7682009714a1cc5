package uk.hustings.api.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;

class SheetTest {

    private static final List<String> COLUMNS = List.of("seat", "pct");
    private static final int MOST_ROWS = 1000;

    @Test
    void aTextAndAFileAreReadAlike() {
        String csv = "seat,pct\nYnys Môn,33.1\n\"Hove, west\",42\n";

        assertThat(read(csv)).containsExactly("Ynys Môn 33.1", "Hove, west 42");
        assertThat(Sheet.read(csv, COLUMNS, column -> false).rows(SheetTest::line))
                .isEqualTo(read(csv));
    }

    @Test
    void byteOrderMarkAndWindowsLineEndsAreWelcome() {
        assertThat(read("\uFEFFseat,pct\r\nHove,42\r\n")).containsExactly("Hove 42");
    }

    @Test
    void aRowIsHandedOnBeforeTheNextIsRead() {
        String csv = "seat,pct\nHove,1\nHove,2\nHove,3\n";
        List<String> events = new ArrayList<>();

        file(csv, UTF_8)
                .forEach(
                        row -> {
                            events.add("read " + row.line());
                            return row.text("pct");
                        },
                        pct -> events.add("taken " + pct));

        assertThat(events).containsExactly("read 2", "taken 1", "read 3", "taken 2", "read 4", "taken 3");
    }

    @Test
    void theHeaderIsCheckedBeforeAnyRow() {
        assertBroken("seat\nHove\n", "Columns are missing: [pct]");
        assertBroken("seat,pct,colour\nHove,1,red\n", "Columns are not known: [colour]");
        assertBroken("seat,pct,pct\nHove,1,2\n", "duplicate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "seat,pct", "seat,pct\n", "\n\n"})
    void aFileWithoutRowsIsRefused(String csv) {
        assertBroken(csv, "The file has no rows");
    }

    @Test
    void aRowOfOtherLengthIsRefusedWhereverItStands() {
        assertBroken("seat,pct\nHove\n", "line 2 has 1, not 2");
        assertBroken("seat,pct\nHove,1,2\n", "line 2 has 3, not 2");
        assertBroken("seat,pct\nHove,1\nHove\n", "as many cells");
    }

    @Test
    void aNulIsNoText() {
        assertBroken("seat,pct\nHo\0ve,1\n", "NUL");
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        for (String before : List.of("", "Hove,1\n".repeat(900))) {
            Problem problem =
                    catchThrowableOfType(Problem.class, () -> file("seat,pct\n" + before + "Ynys Môn,1\n", ISO_8859_1)
                            .rows(SheetTest::line));

            assertThat(problem).hasMessage("The file is not in UTF-8.");
            assertThat(problem.type()).isEqualTo(ProblemType.BROKEN_BODY);
        }
    }

    @Test
    void aQuoteThatIsNeverClosedIsRefusedAndNotKept() {
        String endless = "seat,pct\nHove,1\n\"" + "x".repeat(Sheet.MOST_IN_ROW + 1);

        assertBroken(endless, "line 3");
    }

    @Test
    void aRowOfManyCellsThatIsTooLongIsRefused() {
        String half = "x".repeat(Sheet.MOST_IN_ROW / 2 + 1);

        assertBroken("seat,pct\nHove,1\n%s,%s\n".formatted(half, half), "line 3");
    }

    @Test
    void asManyRowsAsAllowedAreReadAndOneMoreIsRefusedWithTheLimit() {
        String most = "seat,pct\n" + "Hove,1\n".repeat(MOST_ROWS);

        assertThat(read(most)).hasSize(MOST_ROWS);
        assertThat(refusal(file(most + "Hove,1\n", UTF_8)))
                .hasMessage("The file has more than 1000 rows; nothing was written.")
                .extracting(Problem::type)
                .isEqualTo(ProblemType.BODY_TOO_LARGE);
    }

    @Test
    void everyFaultIsCountedAndTheFirstHundredAreTold() {
        AtomicInteger taken = new AtomicInteger();
        Sheet sheet = file("seat,pct\n" + "Hove,some\n".repeat(150) + "Hove,1\n", UTF_8);

        Problem problem = catchThrowableOfType(
                Problem.class, () -> sheet.forEach(row -> row.decimal("pct"), pct -> taken.incrementAndGet()));

        assertThat(problem).hasMessage("150 faults; nothing was written.");
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_INPUT);
        assertThat(problem.errors())
                .hasSize(100)
                .startsWith(FieldError.inRow(2, "pct", "must be a number, was \"some\""));
        assertThat(taken).hasValue(1);
    }

    @Test
    void aFaultQuotesTheBeginningOfALongCell() {
        Problem problem = refusal(file("seat,pct\nHove," + "x".repeat(10_000) + "\n", UTF_8));

        assertThat(problem.errors().get(0).detail()).hasSizeLessThan(300).endsWith("x…\"");
    }

    private static void assertBroken(String csv, String why) {
        Function<Sheet, Object> rows = sheet -> sheet.rows(SheetTest::line);
        for (Problem problem : List.of(
                catchThrowableOfType(Problem.class, () -> rows.apply(file(csv, UTF_8))),
                catchThrowableOfType(Problem.class, () -> rows.apply(Sheet.read(csv, COLUMNS, column -> false))))) {
            assertThat(problem).hasMessageContaining(why);
            assertThat(problem.getMessage()).doesNotContain("siegmar", "Reader");
            assertThat(problem.type()).isEqualTo(ProblemType.BROKEN_BODY);
        }
    }

    private static Problem refusal(Sheet sheet) {
        return catchThrowableOfType(Problem.class, () -> sheet.rows(SheetTest::line));
    }

    private static List<String> read(String csv) {
        return file(csv, UTF_8).rows(SheetTest::line);
    }

    private static Sheet file(String csv, Charset charset) {
        return Sheet.read(new ByteArrayInputStream(csv.getBytes(charset)), COLUMNS, column -> false, MOST_ROWS);
    }

    private static String line(Sheet.Row row) {
        return row.text("seat") + " " + row.decimal("pct");
    }
}
