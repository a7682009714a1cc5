package uk.hustings.seats;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.seat.domain.Border;
import uk.hustings.seats.seat.domain.Centroid;
import uk.hustings.seats.seat.domain.Hex;
import uk.hustings.seats.seat.domain.Overlap;
import uk.hustings.seats.seat.domain.Seat;
import uk.hustings.seats.seat.domain.SeatKey;

/** The project's real seats of both boundary sets and how they lie, as imports and as the domain has them. */
public final class RealSeats {

    private RealSeats() {}

    /** Of both boundary sets. */
    public static List<Seat> seats() {
        return Stream.concat(of2010().stream(), of2024().stream()).toList();
    }

    private static List<Seat> of2010() {
        return RealData.rows("geography/constituencies_2010_2024.csv").stream()
                .map(row -> new Seat(
                        key(RealData.BOUNDARIES_2010, row, "ons_id"),
                        row.getField("ons_name"),
                        row.getField("ons_region_id"),
                        row.getField("region_name"),
                        row.getField("country_name"),
                        row.getField("county_name"),
                        row.getField("constituency_type"),
                        Integer.parseInt(row.getField("electorate_2010")),
                        centroid(row),
                        number(row, "area_km2"),
                        hex(row),
                        null))
                .toList();
    }

    private static List<Seat> of2024() {
        return RealData.rows("geography/constituencies_2024.csv").stream()
                .map(row -> new Seat(
                        key(RealData.BOUNDARIES_2024, row, "ons_id"),
                        row.getField("constituency_name"),
                        row.getField("ons_region_id"),
                        row.getField("region_name"),
                        row.getField("country_name"),
                        null,
                        row.getField("constituency_type"),
                        Integer.parseInt(row.getField("electorate_2024")),
                        centroid(row),
                        null,
                        hex(row),
                        null))
                .toList();
    }

    /** Of both boundary sets. */
    public static String seatsCsv() {
        StringBuilder csv = new StringBuilder("boundarySet,seatCode,name,regionCode,regionName,country,county,type,"
                + "electorate,centroidLat,centroidLon,areaKm2,hexQ,hexR\n");
        for (Seat seat : seats()) {
            csv.append("%s,%s,\"%s\",%s,%s,%s,%s,%s,%d,%s,%s,%s,%d,%d\n"
                    .formatted(
                            seat.boundarySet(),
                            seat.code(),
                            seat.name(),
                            seat.regionCode(),
                            seat.regionName(),
                            seat.country(),
                            orEmpty(seat.county()),
                            seat.type(),
                            seat.electorate(),
                            seat.centroid().lat(),
                            seat.centroid().lon(),
                            orEmpty(seat.areaKm2()),
                            seat.hex().q(),
                            seat.hex().r()));
        }
        return csv.toString();
    }

    /** Of both boundary sets. */
    public static List<Border> borders() {
        List<Border> borders = new ArrayList<>();
        borders.addAll(borders(RealData.BOUNDARIES_2010, "geography/constituency_adjacency_2010_2024.csv"));
        borders.addAll(borders(RealData.BOUNDARIES_2024, "geography/constituency_adjacency_2024.csv"));
        return borders;
    }

    private static List<Border> borders(String boundarySet, String file) {
        return RealData.rows(file).stream()
                .map(row -> Border.between(
                        boundarySet,
                        SeatCode.fromString(row.getField("ons_id_a")),
                        SeatCode.fromString(row.getField("ons_id_b")),
                        number(row, "shared_boundary_km")))
                .toList();
    }

    /** Of both boundary sets. */
    public static String neighboursCsv() {
        StringBuilder csv = new StringBuilder("boundarySet,seatCodeA,seatCodeB,sharedBoundaryKm\n");
        borders()
                .forEach(border -> csv.append(
                        "%s,%s,%s,%s\n".formatted(border.boundarySet(), border.a(), border.b(), border.sharedKm())));
        return csv.toString();
    }

    public static List<Overlap> overlaps() {
        return RealData.rows("geography/overlaps_2010_to_2024.csv").stream()
                .map(row -> new Overlap(
                        key(RealData.BOUNDARIES_2010, row, "from_ons_id"),
                        key(RealData.BOUNDARIES_2024, row, "to_ons_id"),
                        parts(row, "population"),
                        parts(row, "residential"),
                        parts(row, "area")))
                .toList();
    }

    private static Overlap.Parts parts(NamedCsvRecord row, String measure) {
        return new Overlap.Parts(
                number(row, "from_%s_fraction".formatted(measure)), number(row, "to_%s_fraction".formatted(measure)));
    }

    /** Of both boundary sets; none in Northern Ireland. */
    public static String postcodeCentroidsCsv() {
        StringBuilder csv = new StringBuilder("boundarySet,seatCode,postcodeLat,postcodeLon\n");
        for (String set : List.of("2010_2024", "2024")) {
            RealData.rows("geography/constituency_postcode_centroids_%s.csv".formatted(set)).stream()
                    .filter(row -> !row.getField("postcode_centroid_lat").isEmpty())
                    .forEach(row -> csv.append("%s,%s,%s,%s\n"
                            .formatted(
                                    row.getField("boundaries"),
                                    row.getField("ons_id"),
                                    row.getField("postcode_centroid_lat"),
                                    row.getField("postcode_centroid_lon"))));
        }
        return csv.toString();
    }

    public static String successorsCsv() {
        StringBuilder csv = new StringBuilder("fromBoundarySet,fromSeatCode,toBoundarySet,toSeatCode,"
                + "fromPopulationFraction,toPopulationFraction,fromDwellingsFraction,toDwellingsFraction,"
                + "fromAreaFraction,toAreaFraction\n");
        RealData.rows("geography/overlaps_2010_to_2024.csv").forEach(row -> csv.append(String.join(
                        ",",
                        RealData.BOUNDARIES_2010,
                        row.getField("from_ons_id"),
                        RealData.BOUNDARIES_2024,
                        row.getField("to_ons_id"),
                        row.getField("from_population_fraction"),
                        row.getField("to_population_fraction"),
                        row.getField("from_residential_fraction"),
                        row.getField("to_residential_fraction"),
                        row.getField("from_area_fraction"),
                        row.getField("to_area_fraction")))
                .append('\n'));
        return csv.toString();
    }

    private static SeatKey key(String boundarySet, NamedCsvRecord row, String column) {
        return new SeatKey(boundarySet, SeatCode.fromString(row.getField(column)));
    }

    private static Centroid centroid(NamedCsvRecord row) {
        return new Centroid(number(row, "centroid_lat"), number(row, "centroid_lon"));
    }

    private static Hex hex(NamedCsvRecord row) {
        return new Hex(Integer.parseInt(row.getField("hex_q")), Integer.parseInt(row.getField("hex_r")));
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    private static Object orEmpty(Object cell) {
        return cell == null ? "" : cell;
    }
}
