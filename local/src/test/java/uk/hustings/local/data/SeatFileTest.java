package uk.hustings.local.data;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seats and local parties as the services get them. */
class SeatFileTest {

    private static final SeatFile FILE =
            new SeatFile(Path.of("..", "data", "geography", "constituencies_2010_2024.csv"));

    @Test
    void everySeatHasAPlaceAnElectorateAndARegion() {
        assertThat(rows(FILE.seats())).hasSize(650).allSatisfy(row -> {
            assertThat(row.getFields()).doesNotContain("");
            assertThat(row.getField("boundarySet")).isEqualTo("2010");
            assertThat(row.getField("type")).isIn("county", "borough", "burgh");
            assertThat(Double.parseDouble(row.getField("centroidLat"))).isBetween(49.8, 60.9);
            assertThat(Double.parseDouble(row.getField("centroidLon"))).isBetween(-8.2, 1.8);
        });
    }

    @Test
    void aSeatIsSpelledWithTheUsualCapitals() {
        assertThat(FILE.names())
                .containsEntry("E14000973", "Stoke-on-Trent North")
                .containsEntry("E14000922", "Sheffield, Hallam");
    }

    @Test
    void eachSeatOfGreatBritainHasALocalPartyOfItsOwn() {
        List<NamedCsvRecord> parties = rows(FILE.localParties());
        assertThat(parties).hasSize(632);
        assertThat(parties)
                .extracting(row -> row.getField("localParty"))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"))
                .contains("exeter", "stoke-on-trent-north", "crewe-and-nantwich", "swansea-west");
        assertThat(parties)
                .extracting(row -> row.getField("seatCodes"))
                .doesNotHaveDuplicates()
                .noneMatch(seat -> seat.startsWith("N"));
    }

    @ParameterizedTest
    @CsvSource({
        "'Sheffield, Hallam', sheffield-hallam",
        "Ynys Môn, ynys-mon",
        "Richmond (Yorks), richmond-yorks",
        "Na h-Eileanan an Iar, na-h-eileanan-an-iar",
        "Weston-Super-Mare, weston-super-mare",
    })
    void aLocalPartyIsCalledAfterItsSeat(String seatName, String id) {
        assertThat(LocalPartyId.of(seatName)).isEqualTo(id);
    }

    private static List<NamedCsvRecord> rows(CsvBody csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv.toString()).stream().toList();
    }
}
