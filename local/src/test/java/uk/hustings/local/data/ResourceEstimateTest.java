package uk.hustings.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceEstimateTest {

    /** Days of each week that lie between 14 April and 7 May 2015. */
    private static final Map<String, Integer> DAYS = Map.of("2015-W16", 6, "2015-W17", 7, "2015-W18", 7, "2015-W19", 4);

    private final List<NamedCsvRecord> rows = rows();

    @Test
    void itComesTo169000HoursOfEveryLocalPartyTogether() {
        assertThat(rows).hasSize(632 * 4 * 2);
        double hours = rows.stream()
                .mapToDouble(row -> amount(row).doubleValue() * DAYS.get(row.getField("week")) / 7)
                .sum();
        assertThat(hours).isCloseTo(169_000, within(10.0));
    }

    @Test
    void everyRowIsMarkedAsAnEstimateAndSaysHowItWasMade() {
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.getField("basis")).isEqualTo("estimated");
            assertThat(row.getField("source"))
                    .contains("Estimate for the demo", "169,000 hours", "votes of 2010")
                    .hasSizeLessThanOrEqualTo(500);
        });
    }

    @Test
    void hoursFollowLaboursVotesAndFourFifthsAreWorkedAtTheDoor() {
        // Votes of 2010: Exeter 19,942, Witney 7,511.
        assertThat(hours("exeter", "doorstep-hours").doubleValue()
                        / hours("witney", "doorstep-hours").doubleValue())
                .isCloseTo(19_942.0 / 7_511, within(0.001));
        assertThat(hours("exeter", "doorstep-hours").doubleValue()
                        / hours("exeter", "phone-hours").doubleValue())
                .isCloseTo(4, within(0.001));
    }

    @Test
    void theSeatOfTheSpeakerWhichLabourDidNotContestGetsTheSmallestShare() {
        BigDecimal least = rows.stream()
                .filter(row -> row.getField("kind").equals("phone-hours"))
                .map(ResourceEstimateTest::amount)
                .min(BigDecimal::compareTo)
                .orElseThrow();
        assertThat(hours("buckingham", "phone-hours")).isEqualTo(least).isPositive();
    }

    private BigDecimal hours(String localParty, String kind) {
        return rows.stream()
                .filter(row -> row.getField("holder").equals(localParty)
                        && row.getField("kind").equals(kind)
                        && row.getField("week").equals("2015-W17"))
                .map(ResourceEstimateTest::amount)
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal amount(NamedCsvRecord row) {
        return new BigDecimal(row.getField("amount"));
    }

    private static List<NamedCsvRecord> rows() {
        Import estimate = new SourceData(Path.of("../data"))
                .evidenceAndOrganisation().stream()
                        .filter(request -> request.path().equals("/v1/campaign/resources/imports.csv"))
                        .findFirst()
                        .orElseThrow();
        return CsvReader.builder().ofNamedCsvRecord(estimate.body()).stream().toList();
    }
}
