package uk.hustings.local.keycloak;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import uk.hustings.local.data.LocalPartyId;

/**
 * What the realm must know of a seat.
 *
 * @param seatCode GSS code
 * @param localParty id of the local party that owns the seat; empty in Northern Ireland
 * @param region GSS code
 */
record Constituency(String seatCode, Optional<String> localParty, String region, String regionName) {

    private static final String NORTHERN_IRELAND = "N92000002";

    /** @param file {@code geography/constituencies_2010_2024.csv} of the project's data */
    static List<Constituency> readAll(Path file) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().map(Constituency::of).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String seatRole() {
        return "seat:" + seatCode;
    }

    String twinRole() {
        return "twin:" + seatCode;
    }

    private static Constituency of(NamedCsvRecord row) {
        String region = row.getField("ons_region_id");
        return new Constituency(
                row.getField("ons_id"),
                region.equals(NORTHERN_IRELAND)
                        ? Optional.empty()
                        : Optional.of(LocalPartyId.of(row.getField("ons_name"))),
                region,
                row.getField("region_name"));
    }
}
