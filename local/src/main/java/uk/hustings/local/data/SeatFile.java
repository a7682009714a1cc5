package uk.hustings.local.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The constituencies of 2010-2024: seats to import, and the local party that the demo gives to each in Great Britain. */
final class SeatFile {

    static final String BOUNDARY_SET = "2010";

    private static final String NORTHERN_IRELAND = "Northern Ireland";

    private final List<SourceRow> rows;

    SeatFile(Path file) {
        this.rows = SourceRow.of(file);
    }

    int count() {
        return rows.size();
    }

    /** By seat code. */
    Map<String, String> names() {
        return rows.stream().collect(Collectors.toMap(row -> row.text("ons_id"), row -> row.text("ons_name")));
    }

    CsvBody seats() {
        CsvBody csv = new CsvBody(List.of(
                "boundarySet",
                "seatCode",
                "name",
                "regionCode",
                "regionName",
                "country",
                "county",
                "type",
                "electorate",
                "centroidLat",
                "centroidLon"));
        rows.forEach(row -> csv.row(List.of(
                BOUNDARY_SET,
                row.text("ons_id"),
                row.text("ons_name"),
                row.text("ons_region_id"),
                row.text("region_name"),
                row.text("country_name"),
                row.text("county_name"),
                row.text("constituency_type").toLowerCase(Locale.ROOT),
                row.text("electorate_2010"),
                row.text("centroid_lat"),
                row.text("centroid_lon"))));
        return csv;
    }

    CsvBody localParties() {
        CsvBody csv = new CsvBody(List.of("localParty", "name", "region", "seatCodes"));
        rows.stream()
                .filter(row -> !row.text("country_name").equals(NORTHERN_IRELAND))
                .forEach(row -> csv.row(List.of(
                        LocalPartyId.of(row.text("ons_name")),
                        row.text("ons_name"),
                        row.text("ons_region_id"),
                        row.text("ons_id"))));
        return csv;
    }
}
