package uk.hustings.campaign.spending.domain;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table against the limits that the Electoral Commission published. */
class DeclaredLimitsTest {

    private static final Path SPENDING = Path.of("..", "data", "spending");

    /** Electorates of 0 in the source, and so limits of 0. */
    private static final List<String> WITHOUT_ELECTORATE_IN_2010 = List.of(
            "Clacton",
            "Mid Bedfordshire",
            "Morley and Outwood",
            "North East Cambridgeshire",
            "Oxford West and Abingdon",
            "Runnymede and Weybridge",
            "South Norfolk",
            "South West Bedfordshire",
            "Wantage");

    /** The poll was countermanded because a candidate had died, and the limit doubled for those who stood again. */
    private static final String TWO_LIMITS_IN_2010 = "Thirsk and Malton";

    @Test
    void everyLimitOf2015IsReproduced() throws IOException {
        List<NamedCsvRecord> rows = rows(2015);
        assertThat(seats(rows)).hasSize(650);
        assertThat(seats(rows.stream().filter(row -> !reproduced(row, 2015)).toList()))
                .isEmpty();
    }

    @Test
    void theLimitsOf2010AreReproducedForAllSeatsButTen() throws IOException {
        List<NamedCsvRecord> rows = rows(2010);
        Set<String> exceptions = new TreeSet<>(WITHOUT_ELECTORATE_IN_2010);
        exceptions.add(TWO_LIMITS_IN_2010);

        assertThat(seats(rows)).hasSize(650);
        assertThat(seats(rows.stream().filter(row -> !reproduced(row, 2010)).toList()))
                .hasSize(10)
                .isEqualTo(exceptions);
        assertThat(rows)
                .filteredOn(row -> WITHOUT_ELECTORATE_IN_2010.contains(row.getField("constituency_name")))
                .allSatisfy(row -> {
                    assertThat(row.getField("electorate")).isEqualTo("0");
                    assertThat(pounds(row, "short_limit_gbp")).isZero();
                    assertThat(pounds(row, "long_limit_gbp")).isZero();
                });
        assertThat(rows)
                .filteredOn(row -> TWO_LIMITS_IN_2010.equals(row.getField("constituency_name")))
                .extracting(row -> row.getField("short_limit_gbp"))
                .containsOnly("12499.12", "24998.24");
    }

    private static boolean reproduced(NamedCsvRecord row, int year) {
        Contest contest = Contest.fromCode("ge" + year, Contest.general(LocalDate.of(2015, 5, 7)));
        SeatType seatType = SeatType.fromText(row.getField("constituency_type"));
        int electorate = Integer.parseInt(row.getField("electorate"));
        for (SpendingPeriod period : SpendingPeriod.values()) {
            BigDecimal limit =
                    LimitTable.find(contest, seatType, period).orElseThrow().limit(electorate);
            if (limit.compareTo(pounds(row, period.code() + "_limit_gbp")) != 0) {
                return false;
            }
        }
        return true;
    }

    private static BigDecimal pounds(NamedCsvRecord row, String column) {
        return new BigDecimal(row.getField(column));
    }

    private static Set<String> seats(List<NamedCsvRecord> rows) {
        return rows.stream()
                .map(row -> row.getField("constituency_name"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<NamedCsvRecord> rows(int year) throws IOException {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(SPENDING.resolve("candidate_spending_%d.csv".formatted(year)))) {
            return reader.stream().toList();
        }
    }
}
