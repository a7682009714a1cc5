package uk.hustings.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.hustings.api.intake.Sheet;
import uk.hustings.api.response.PacedBody;

class TableTest {

    private static final Table<Map<String, ?>> TABLE =
            new Table<Map<String, ?>>().column("name", row -> row.get("name")).column("pts", row -> row.get("pts"));

    @Test
    void aRowHasACellForEachColumnAndNothingWhereNothingIsKnown() {
        assertThat(TABLE.csv(List.of(Map.of("name", "Ynys Môn, north", "pts", -3.5), Map.of("name", "Hove")))
                        .text())
                .isEqualTo("name,pts\n\"Ynys Môn, north\",-3.5\nHove,\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+44", "-", "@x", "'=1", "''-1", "'tis", "plain", "a=b"})
    void whatIsExportedIsImportedAsItWas(String text) {
        String csv = TABLE.csv(List.of(Map.of("name", text, "pts", 1))).text();

        assertThat(csv.lines().skip(1)).noneMatch(line -> line.matches("^[=+@-].*"));
        assertThat(Sheet.read(csv, List.of("name", "pts"), column -> false).<String>rows(row -> row.text("name")))
                .containsExactly(text);
    }

    @Test
    void aFileOfTheDatabaseIsReadPageByPageAsItIsTaken() {
        List<Integer> read = new ArrayList<>();
        Table<Integer> numbers = new Table<Integer>().column("n", n -> n);
        CsvFile file = numbers.csv(last -> {
            int next = last == null ? 1 : last + 1;
            read.add(next);
            return Uni.createFrom().item(next > 5 ? List.<Integer>of() : List.of(next, next + 1));
        });

        AssertSubscriber<Buffer> client = file.slices().subscribe().withSubscriber(AssertSubscriber.create(2));
        assertThat(client.getItems()).hasToString("[n\n, 1\n2\n]");
        assertThat(read).hasSizeLessThanOrEqualTo(2);
        client.request(Long.MAX_VALUE).assertCompleted();
        assertThat(read).containsExactly(1, 3, 5, 7);
        assertThat(file.body().length()).isNegative();
    }

    @Test
    void aFileOfSharedRowsIsMadeInSlices() {
        Table<Integer> numbers = new Table<Integer>().column("n", n -> n);
        CsvFile file = numbers.csv(() -> IntStream.range(0, 50_000).boxed());

        assertThat(file.slices().collect().asList().await().indefinitely())
                .hasSizeGreaterThan(5)
                .allSatisfy(slice -> assertThat(slice.length()).isLessThan(PacedBody.SLICE_BYTES + 100));
        assertThat(file.text()).startsWith("n\n0\n1\n").endsWith("\n49999\n").isEqualTo(file.text());
        assertThat(file.body(300_000).heldBytes()).isEqualTo(PacedBody.WINDOW_BYTES);
    }
}
