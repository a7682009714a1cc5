package uk.hustings.seats.seat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.seats.facts.domain.Standing;

/**
 * Seats as hexagons of one size, in the hexjson form that map tools read (open-innovations.org/projects/hexmaps/hexjson).
 */
@Schema(name = "HexMap")
record HexMap(
        @Schema(description = "Odd rows are shifted to the right", examples = "odd-r")
        String layout,

        @Schema(description = "By code of the seat") Map<String, Hexagon> hexes) {

    @Schema(name = "Hexagon")
    record Hexagon(
            @Schema(description = "Name of the seat", examples = "Crewe and Nantwich")
            String n,

            @Schema(examples = "-3") int q,
            @Schema(examples = "4") int r,
            @Schema(examples = "E12000002") String region,

            @Schema(
                    nullable = true,
                    description = "Party that holds it; null if it is vacant or no result says so",
                    examples = "con")
            String holder) {}

    static HexMap of(List<Standing> standings) {
        Map<String, Hexagon> hexes = new LinkedHashMap<>();
        standings.stream()
                .filter(standing -> standing.seat().hex() != null)
                .forEach(standing -> hexes.put(
                        standing.seat().code().value(),
                        new Hexagon(
                                standing.seat().name(),
                                standing.seat().hex().q(),
                                standing.seat().hex().r(),
                                standing.seat().regionCode(),
                                standing.holder())));
        return new HexMap("odd-r", hexes);
    }
}
