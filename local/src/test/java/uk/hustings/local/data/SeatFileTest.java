package uk.hustings.local.data;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Seats as seats-service gets them. */
class SeatFileTest {

    private static final Path GEOGRAPHY = Path.of("..", "data", "geography");
    private static final SeatFile OF_2010 = SeatFile.of2010(GEOGRAPHY);
    private static final SeatFile OF_2024 = SeatFile.of2024(GEOGRAPHY);

    @Test
    void everySeatOf2010HasAPlaceAnAreaAnElectorateAndARegion() {
        assertThat(rows(OF_2010.seats())).hasSize(650).allSatisfy(row -> {
            assertThat(row.getFields()).doesNotContain("");
            assertThat(row.getField("boundarySet")).isEqualTo("2010");
            assertThat(Double.parseDouble(row.getField("areaKm2"))).isPositive();
            liesInTheKingdom(row);
        });
    }

    @Test
    void everySeatOf2024HasAPlaceAnElectorateAndARegionAndNeitherCountyNorArea() {
        assertThat(rows(OF_2024.seats())).hasSize(650).allSatisfy(row -> {
            assertThat(row.getFields()).filteredOn(String::isEmpty).hasSize(2);
            assertThat(row.getField("boundarySet")).isEqualTo("2024");
            assertThat(row.getField("county")).isEmpty();
            assertThat(row.getField("areaKm2")).isEmpty();
            liesInTheKingdom(row);
        });
    }

    /** The loader waits for the seats of the set in force without knowing the suite's day. */
    @Test
    void bothSetsHaveTheSameNumberOfSeats() {
        assertThat(OF_2010.count()).isEqualTo(OF_2024.count()).isEqualTo(650);
    }

    @Test
    void fiveScottishCodesStandInBothSets() {
        assertThat(OF_2010.names().keySet().stream().filter(OF_2024.names().keySet()::contains))
                .containsExactlyInAnyOrder("S14000021", "S14000027", "S14000045", "S14000048", "S14000051");
    }

    @Test
    void noTwoSeatsOfASetHaveTheSameHex() {
        for (SeatFile file : List.of(OF_2010, OF_2024)) {
            assertThat(rows(file.seats()))
                    .extracting(row -> row.getField("hexQ") + " " + row.getField("hexR"))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aSeatIsSpelledWithTheUsualCapitals() {
        assertThat(OF_2010.names())
                .containsEntry("E14000973", "Stoke-on-Trent North")
                .containsEntry("E14000922", "Sheffield, Hallam");
        assertThat(OF_2024.names()).containsEntry("S14000027", "Na h-Eileanan an Iar");
    }

    private static void liesInTheKingdom(NamedCsvRecord row) {
        assertThat(row.getField("type")).isIn("county", "borough", "burgh");
        assertThat(Double.parseDouble(row.getField("centroidLat"))).isBetween(49.8, 60.9);
        assertThat(Double.parseDouble(row.getField("centroidLon"))).isBetween(-8.2, 1.8);
    }

    private static List<NamedCsvRecord> rows(CsvBody csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv.toString()).stream().toList();
    }
}
