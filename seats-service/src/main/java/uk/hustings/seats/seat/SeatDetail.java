package uk.hustings.seats.seat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.seats.election.ContestView;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.facts.domain.Standing;
import uk.hustings.seats.seat.domain.Seat;

/** A seat, how it stands on a day and the result that says so, as the API shows it. */
@Schema(name = "SeatDetail")
record SeatDetail(
        @Schema(description = "The end of this day is told", examples = "2015-04-14")
        LocalDate asOf,

        @Schema(
                nullable = true,
                description =
                        "The last day of which anything is known of this seat, if asOf is after it: the data's or "
                                + "the boundary set's",
                examples = "2024-07-03")
        LocalDate dataTo,

        @JsonUnwrapped SeatView seat,

        @Schema(nullable = true) HexView hex,

        @Schema(description = "Other boundary sets in which this code stands", examples = "[]")
        List<String> alsoIn,

        @Schema(nullable = true, description = "The latest result polled by that day, by-elections included")
        ContestView latestResult) {

    static SeatDetail of(Facts facts, Seat seat, LocalDate asOf) {
        Standing standing = facts.standing(seat, asOf);
        return new SeatDetail(
                asOf,
                facts.dataTo(seat.boundarySet(), asOf).orElse(null),
                SeatView.of(standing, null, null),
                HexView.of(seat.hex()),
                facts.seats(seat.code()).stream()
                        .map(Seat::boundarySet)
                        .filter(set -> !set.equals(seat.boundarySet()))
                        .toList(),
                standing.latest() == null ? null : ContestView.of(standing.latest(), facts));
    }
}
