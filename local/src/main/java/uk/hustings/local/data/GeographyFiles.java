package uk.hustings.local.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;

/** How seats lie: which share a boundary within a set, and how those of the first set pass into the second. */
final class GeographyFiles {

    /** As many as most of the source's fractions have. */
    private static final int DECIMALS = 9;

    private final Path folder;

    GeographyFiles(Path folder) {
        this.folder = folder;
    }

    /** Pairs of seats of 2010 to 2024, each once. */
    CsvBody neighboursOf2010() {
        return neighbours(SeatFile.BOUNDARY_SET_2010, "constituency_adjacency_2010_2024.csv");
    }

    /** Pairs of seats since 2024, each once. */
    CsvBody neighboursOf2024() {
        return neighbours(SeatFile.BOUNDARY_SET_2024, "constituency_adjacency_2024.csv");
    }

    private CsvBody neighbours(String boundarySet, String file) {
        CsvBody csv = new CsvBody(List.of("boundarySet", "seatCodeA", "seatCodeB", "sharedBoundaryKm"));
        SourceRow.of(folder.resolve(file))
                .forEach(row -> csv.row(List.of(
                        boundarySet, row.text("ons_id_a"), row.text("ons_id_b"), row.text("shared_boundary_km"))));
        return csv;
    }

    /** Where the people of each seat live; seats of Northern Ireland are left out, of which the source knows no postcode. */
    CsvBody postcodeCentroids(String file) {
        CsvBody csv = new CsvBody(List.of("boundarySet", "seatCode", "postcodeLat", "postcodeLon"));
        SourceRow.of(folder.resolve(file)).stream()
                .filter(row -> !row.text("postcode_centroid_lat").isEmpty())
                .forEach(row -> csv.row(List.of(
                        row.text("boundaries"),
                        row.text("ons_id"),
                        row.text("postcode_centroid_lat"),
                        row.text("postcode_centroid_lon"))));
        return csv;
    }

    /** Each part of a seat of 2010 to 2024 and the seat of 2024 that it went to. */
    CsvBody successors() {
        CsvBody csv = new CsvBody(List.of(
                "fromBoundarySet",
                "fromSeatCode",
                "toBoundarySet",
                "toSeatCode",
                "fromPopulationFraction",
                "toPopulationFraction",
                "fromDwellingsFraction",
                "toDwellingsFraction",
                "fromAreaFraction",
                "toAreaFraction"));
        SourceRow.of(folder.resolve("overlaps_2010_to_2024.csv"))
                .forEach(row -> csv.row(List.of(
                        SeatFile.BOUNDARY_SET_2010,
                        row.text("from_ons_id"),
                        SeatFile.BOUNDARY_SET_2024,
                        row.text("to_ons_id"),
                        fraction(row, "from_population_fraction"),
                        fraction(row, "to_population_fraction"),
                        fraction(row, "from_residential_fraction"),
                        fraction(row, "to_residential_fraction"),
                        fraction(row, "from_area_fraction"),
                        fraction(row, "to_area_fraction"))));
        return csv;
    }

    /** The source has its smallest fractions with an exponent and more decimals than the rest. */
    private static String fraction(SourceRow row, String column) {
        return new BigDecimal(row.text(column))
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
