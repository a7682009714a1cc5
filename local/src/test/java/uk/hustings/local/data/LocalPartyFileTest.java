package uk.hustings.local.data;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Local parties as campaign-service gets them. */
class LocalPartyFileTest {

    @Test
    void eachSeatOfGreatBritainHasALocalPartyOfItsOwn() {
        CsvBody csv = new LocalPartyFile(SeatFile.of2010(Path.of("..", "data", "geography"))).localParties();
        List<NamedCsvRecord> parties =
                CsvReader.builder().ofNamedCsvRecord(csv.toString()).stream().toList();

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
}
