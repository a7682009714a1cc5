package uk.hustings.local.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The seats of one boundary set.
 *
 * @param boundarySet as the suite calls it
 * @param columns where the set's file keeps what the files call differently or only one of them tells
 */
record SeatFile(String boundarySet, Columns columns, List<SourceRow> rows) {

    static final String BOUNDARY_SET_2010 = "2010";
    static final String BOUNDARY_SET_2024 = "2024";

    private static final String NOT_TOLD = "";

    /**
     * Columns by name.
     *
     * @param county empty if the file tells none
     * @param areaKm2 empty if the file tells none
     */
    record Columns(String name, String electorate, String county, String areaKm2) {}

    /** The constituencies of 2010 to 2024. */
    static SeatFile of2010(Path geography) {
        return new SeatFile(
                BOUNDARY_SET_2010,
                new Columns("ons_name", "electorate_2010", "county_name", "area_km2"),
                SourceRow.of(geography.resolve("constituencies_2010_2024.csv")));
    }

    /** The constituencies since 2024. */
    static SeatFile of2024(Path geography) {
        return new SeatFile(
                BOUNDARY_SET_2024,
                new Columns("constituency_name", "electorate_2024", NOT_TOLD, NOT_TOLD),
                SourceRow.of(geography.resolve("constituencies_2024.csv")));
    }

    int count() {
        return rows.size();
    }

    String nameOf(SourceRow row) {
        return row.text(columns.name());
    }

    /** By seat code. */
    Map<String, String> names() {
        return rows.stream().collect(Collectors.toMap(row -> row.text("ons_id"), this::nameOf));
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
                "centroidLon",
                "areaKm2",
                "hexQ",
                "hexR"));
        rows.forEach(row -> csv.row(List.of(
                boundarySet,
                row.text("ons_id"),
                nameOf(row),
                row.text("ons_region_id"),
                row.text("region_name"),
                row.text("country_name"),
                ifTold(row, columns.county()),
                row.text("constituency_type").toLowerCase(Locale.ROOT),
                row.text(columns.electorate()),
                row.text("centroid_lat"),
                row.text("centroid_lon"),
                ifTold(row, columns.areaKm2()),
                row.text("hex_q"),
                row.text("hex_r"))));
        return csv;
    }

    private static String ifTold(SourceRow row, String column) {
        return column.equals(NOT_TOLD) ? NOT_TOLD : row.text(column);
    }
}
