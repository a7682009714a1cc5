package uk.hustings.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.hustings.api.intake.Sheet;

class TableTest {

    private static final Table<Map<String, ?>> TABLE =
            new Table<Map<String, ?>>().column("name", row -> row.get("name")).column("pts", row -> row.get("pts"));

    @Test
    void aRowHasACellForEachColumnAndNothingWhereNothingIsKnown() {
        assertThat(TABLE.csv(List.of(Map.of("name", "Ynys Môn, north", "pts", -3.5), Map.of("name", "Hove"))))
                .isEqualTo("name,pts\n\"Ynys Môn, north\",-3.5\nHove,\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+44", "-", "@x", "'=1", "''-1", "'tis", "plain", "a=b"})
    void whatIsExportedIsImportedAsItWas(String text) {
        String csv = TABLE.csv(List.of(Map.of("name", text, "pts", 1)));

        assertThat(csv.lines().skip(1)).noneMatch(line -> line.matches("^[=+@-].*"));
        assertThat(Sheet.read(csv, List.of("name", "pts"), column -> false).<String>rows(row -> row.text("name")))
                .containsExactly(text);
    }
}
