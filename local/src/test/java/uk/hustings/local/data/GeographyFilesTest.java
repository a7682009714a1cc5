package uk.hustings.local.data;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Neighbours, successors and postcode centroids as seats-service gets them. */
class GeographyFilesTest {

    private static final Path GEOGRAPHY = Path.of("..", "data", "geography");
    private static final GeographyFiles FILES = new GeographyFiles(GEOGRAPHY);
    private static final Set<String> SEATS_2010 =
            SeatFile.of2010(GEOGRAPHY).names().keySet();
    private static final Set<String> SEATS_2024 =
            SeatFile.of2024(GEOGRAPHY).names().keySet();
    private static final List<NamedCsvRecord> SUCCESSORS = rows(FILES.successors());

    @Test
    void fourSeatsOf2010AreIslands() {
        assertThat(withoutNeighbours(rows(FILES.neighboursOf2010()), "2010", 1668, SEATS_2010))
                .containsExactlyInAnyOrder("E14000762", "S14000027", "S14000051", "W07000041");
    }

    /** The Isle of Wight is two seats since 2024. */
    @Test
    void threeSeatsOf2024AreIslands() {
        assertThat(withoutNeighbours(rows(FILES.neighboursOf2024()), "2024", 1691, SEATS_2024))
                .containsExactlyInAnyOrder("S14000027", "S14000051", "W07000112");
    }

    @Test
    void everySeatOutsideNorthernIrelandHasAPostcodeCentroid() {
        havePostcodeCentroids("constituency_postcode_centroids_2010_2024.csv", "2010", SEATS_2010);
        havePostcodeCentroids("constituency_postcode_centroids_2024.csv", "2024", SEATS_2024);
    }

    private static void havePostcodeCentroids(String file, String boundarySet, Set<String> seats) {
        List<NamedCsvRecord> centroids = rows(FILES.postcodeCentroids(file));
        assertThat(centroids).extracting(row -> row.getField("boundarySet")).containsOnly(boundarySet);
        assertThat(centroids)
                .extracting(row -> row.getField("seatCode"))
                .containsExactlyInAnyOrderElementsOf(
                        seats.stream().filter(seat -> !seat.startsWith("N")).toList());
        assertThat(centroids).allSatisfy(row -> {
            assertThat(Double.parseDouble(row.getField("postcodeLat"))).isBetween(49.8, 60.9);
            assertThat(Double.parseDouble(row.getField("postcodeLon"))).isBetween(-8.2, 1.8);
        });
    }

    private static Set<String> withoutNeighbours(
            List<NamedCsvRecord> pairs, String boundarySet, int count, Set<String> seats) {
        assertThat(pairs).hasSize(count).allSatisfy(pair -> {
            assertThat(pair.getField("boundarySet")).isEqualTo(boundarySet);
            assertThat(pair.getField("seatCodeA")).isIn(seats).isLessThan(pair.getField("seatCodeB"));
            assertThat(pair.getField("seatCodeB")).isIn(seats);
            assertThat(Double.parseDouble(pair.getField("sharedBoundaryKm"))).isPositive();
        });
        assertThat(pairs)
                .extracting(pair -> pair.getField("seatCodeA") + pair.getField("seatCodeB"))
                .doesNotHaveDuplicates();
        Set<String> alone = new HashSet<>(seats);
        pairs.forEach(
                pair -> Stream.of("seatCodeA", "seatCodeB").map(pair::getField).forEach(alone::remove));
        return alone;
    }

    @Test
    void everySeatOf2010PassesWhollyIntoSeatsOf2024() {
        assertThat(SUCCESSORS).hasSize(1438).allSatisfy(row -> {
            assertThat(row.getField("fromBoundarySet")).isEqualTo("2010");
            assertThat(row.getField("toBoundarySet")).isEqualTo("2024");
        });
        for (String measure : List.of("Population", "Dwellings", "Area")) {
            assertThat(sums("fromSeatCode", "from%sFraction".formatted(measure)))
                    .containsOnlyKeys(SEATS_2010)
                    .allSatisfy((seat, sum) -> assertThat(sum).as(seat).isCloseTo(1, within(1e-6)));
        }
    }

    @Test
    void aFractionIsWrittenOutToNineDecimals() {
        assertThat(SUCCESSORS)
                .filteredOn(row -> row.getField("fromSeatCode").equals("E14000922"))
                .filteredOn(row -> row.getField("toSeatCode").equals("E14001467"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.getField("fromPopulationFraction")).isEqualTo("0");
                    assertThat(row.getField("fromDwellingsFraction")).isEqualTo("0.000093994");
                    assertThat(row.getField("fromAreaFraction")).isEqualTo("0.000002888");
                });
    }

    @Test
    void everySeatOf2024IsMadeWhollyOfSeatsOf2010() {
        for (String measure : List.of("Population", "Dwellings", "Area")) {
            assertThat(sums("toSeatCode", "to%sFraction".formatted(measure)))
                    .containsOnlyKeys(SEATS_2024)
                    .allSatisfy((seat, sum) -> assertThat(sum).as(seat).isCloseTo(1, within(1e-6)));
        }
    }

    private static Map<String, Double> sums(String seat, String fraction) {
        return SUCCESSORS.stream()
                .collect(groupingBy(
                        row -> row.getField(seat), summingDouble(row -> Double.parseDouble(row.getField(fraction)))));
    }

    private static List<NamedCsvRecord> rows(CsvBody csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv.toString()).stream().toList();
    }
}
