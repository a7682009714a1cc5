package uk.hustings.local.data;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The local parties of the demo: one for each seat of Great Britain. */
final class LocalPartyFile {

    private static final String NORTHERN_IRELAND = "Northern Ireland";

    private final SeatFile seats;

    LocalPartyFile(SeatFile seats) {
        this.seats = seats;
    }

    CsvBody localParties() {
        CsvBody csv = new CsvBody(List.of("localParty", "name", "region", "seatCodes"));
        ofGreatBritain()
                .forEach(row -> csv.row(List.of(
                        LocalPartyId.of(seats.nameOf(row)),
                        seats.nameOf(row),
                        row.text("ons_region_id"),
                        row.text("ons_id"))));
        return csv;
    }

    /** The seat code of each local party. */
    Map<String, String> seats() {
        return ofGreatBritain()
                .collect(Collectors.toMap(row -> LocalPartyId.of(seats.nameOf(row)), row -> row.text("ons_id")));
    }

    private Stream<SourceRow> ofGreatBritain() {
        return seats.rows().stream().filter(row -> !row.text("country_name").equals(NORTHERN_IRELAND));
    }
}
