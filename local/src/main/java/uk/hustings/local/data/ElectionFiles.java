package uk.hustings.local.data;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All elections of the demo. */
final class ElectionFiles {

    static final String SOURCE = "House of Commons Library, ukparliament/psephology";

    /** A candidate of Thirsk and Malton died during the campaign of 2010, so the seat polled three weeks later. */
    private static final Map<String, LocalDate> POLLED_LATER_IN_2010 = Map.of("E14000993", LocalDate.of(2010, 5, 27));

    private static final Comparator<ElectionImport> IN_ORDER =
            Comparator.comparing(ElectionImport::pollingDay).thenComparing(ElectionImport::electionId);

    private final Path folder;
    private final Map<String, String> seatNames;

    /** @param seatNames by seat code of the set of 2010, as the suite spells them */
    ElectionFiles(Path folder, Map<String, String> seatNames) {
        this.folder = folder;
        this.seatNames = seatNames;
    }

    /** By polling day. */
    List<ElectionImport> byElections() {
        return new ByElectionFiles(folder, seatNames)
                .read().stream().sorted(IN_ORDER).toList();
    }

    /** Actual and notional, by polling day; a notional result comes after the actual one of its day. */
    List<ElectionImport> generalElections() {
        return Stream.concat(actualResults(), notionalResults())
                .sorted(IN_ORDER)
                .toList();
    }

    private Stream<ElectionImport> actualResults() {
        GeneralElectionFiles files = new GeneralElectionFiles(folder);
        return Stream.of(
                files.read(LocalDate.of(2010, 5, 6), SeatFile.BOUNDARY_SET_2010, POLLED_LATER_IN_2010),
                files.read(LocalDate.of(2015, 5, 7), SeatFile.BOUNDARY_SET_2010, Map.of()),
                files.read(LocalDate.of(2017, 6, 8), SeatFile.BOUNDARY_SET_2010, Map.of()),
                files.read(LocalDate.of(2019, 12, 12), SeatFile.BOUNDARY_SET_2010, Map.of()),
                files.read(LocalDate.of(2024, 7, 4), SeatFile.BOUNDARY_SET_2024, Map.of()));
    }

    private Stream<ElectionImport> notionalResults() {
        NotionalFiles files = new NotionalFiles(folder);
        return Stream.of(
                files.read(
                        LocalDate.of(2005, 5, 5),
                        SeatFile.BOUNDARY_SET_2010,
                        "C. Rallings and M. Thrasher, published by the House of Commons Library"),
                files.read(LocalDate.of(2019, 12, 12), SeatFile.BOUNDARY_SET_2024, SOURCE));
    }
}
