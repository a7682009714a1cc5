package uk.hustings.local.data;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Declared spending as campaign-service gets it. */
class SpendingFileTest {

    @ParameterizedTest
    @CsvSource({"2010, 4031, 25.33", "2015, 3971, 27.54"})
    void eachCandidateHasAReturnForEachPeriod(int year, int candidates, double millions) {
        Import request =
                SpendingFile.of(Path.of("..", "data", "spending"), year).returns();
        List<NamedCsvRecord> returns =
                CsvReader.builder().ofNamedCsvRecord(request.body()).stream().toList();

        assertThat(request.path()).isEqualTo("/v1/campaign/spending/returns/imports");
        assertThat(returns).hasSize(2 * candidates);
        assertThat(returns)
                .extracting(row -> List.of(
                        row.getField("seatCode"),
                        row.getField("party"),
                        row.getField("candidate"),
                        row.getField("period")))
                .doesNotHaveDuplicates();
        assertThat(returns).allSatisfy(row -> {
            assertThat(row.getField("candidate")).isNotBlank();
            assertThat(row.getField("election")).isEqualTo("ge" + year);
        });
        double total = returns.stream()
                .mapToDouble(row -> Double.parseDouble(row.getField("totalGbp")))
                .sum();
        assertThat(Math.round(total / 10_000) / 100.0).isEqualTo(millions);
    }

    @Test
    void eachSeatHasOneElectorateOf2015() {
        Import request =
                SpendingFile.of(Path.of("..", "data", "spending"), 2015).electorates();
        List<NamedCsvRecord> electorates =
                CsvReader.builder().ofNamedCsvRecord(request.body()).stream().toList();

        assertThat(electorates).hasSize(650);
        assertThat(electorates).extracting(row -> row.getField("seatCode")).doesNotHaveDuplicates();
        assertThat(request.body())
                .contains("ge2015,E14000653,74169,\"Electoral Commission, in evanodell/parlitools\"\n");
    }
}
