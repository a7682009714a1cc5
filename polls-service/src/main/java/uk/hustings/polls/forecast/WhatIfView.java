package uk.hustings.polls.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.average.Rounded;
import uk.hustings.polls.forecast.domain.Forecast;
import uk.hustings.polls.forecast.domain.Forecast.PartyForecast;
import uk.hustings.polls.forecast.domain.Forecast.SeatForecast;
import uk.hustings.polls.forecast.domain.Forecast.SeatParty;
import uk.hustings.polls.seatref.domain.SeatBook;

/** By what a forecast would differ. */
@Schema(name = "WhatIf", description = "By what a forecast would differ, drawn with the same random numbers")
public record WhatIfView(
        @Schema(description = "The forecast that it is held against", examples = "0198b7a4-6c1e-7d52-9a38-5f0c2b7e4d11")
        UUID forecastId,

        @Schema(description = "By expected seats in the forecast, most first")
        List<PartyChange> parties,

        @Schema(description = "That nobody wins a majority, in the forecast", examples = "0.8734")
        double hungProbabilityBefore,

        @Schema(description = "The same if it were so", examples = "0.9012")
        double hungProbabilityAfter,

        @Schema(description = "Seats in which another party would win most often, in order of code")
        List<FavouriteChange> changedFavourites,

        @Schema(description = "Seats in which a probability to win would change", examples = "431")
        int changedSeats,

        @Schema(description = "The 50 of them that would change most, the largest change first")
        List<SeatChange> largestChanges) {

    private static final int LARGEST = 50;

    /** One party in all seats. */
    @Schema(name = "WhatIfParty")
    public record PartyChange(
            @Schema(examples = "lab") String party,

            @Schema(examples = "32.4") double nationalPctBefore,

            @Schema(examples = "34.4") double nationalPctAfter,

            @Schema(examples = "271.82") double expectedSeatsBefore,

            @Schema(examples = "293.1") double expectedSeatsAfter,

            @Schema(examples = "270") int favouriteSeatsBefore,

            @Schema(examples = "296") int favouriteSeatsAfter,

            @Schema(description = "From 0 to 1", examples = "0.0411")
            double majorityProbabilityBefore,

            @Schema(description = "From 0 to 1", examples = "0.1127")
            double majorityProbabilityAfter) {

        private static PartyChange of(PartyForecast before, PartyForecast after) {
            return new PartyChange(
                    before.party(),
                    Rounded.points(before.nationalPct()),
                    after == null ? 0 : Rounded.points(after.nationalPct()),
                    Rounded.points(before.expectedSeats()),
                    after == null ? 0 : Rounded.points(after.expectedSeats()),
                    before.favouriteSeats(),
                    after == null ? 0 : after.favouriteSeats(),
                    Rounded.probability(before.majorityProbability()),
                    after == null ? 0 : Rounded.probability(after.majorityProbability()));
        }
    }

    /** A seat with another favourite. */
    @Schema(name = "WhatIfFavourite")
    public record FavouriteChange(
            @Schema(examples = "E14000653") String seatCode,

            @Schema(nullable = true, examples = "Crewe and Nantwich")
            String seatName,

            @Schema(nullable = true, examples = "con") String before,

            @Schema(nullable = true, examples = "lab") String after) {}

    /** A seat with other probabilities: those of the party for which most would change. */
    @Schema(name = "WhatIfSeat")
    public record SeatChange(
            @Schema(examples = "E14000653") String seatCode,

            @Schema(nullable = true, examples = "Crewe and Nantwich")
            String seatName,

            @Schema(description = "The one for which most would change", examples = "lab")
            String party,

            @Schema(description = "From 0 to 1", examples = "0.2479")
            double winProbabilityBefore,

            @Schema(description = "From 0 to 1", examples = "0.3941")
            double winProbabilityAfter,

            @Schema(description = "Expected share", examples = "36.8")
            double pctBefore,

            @Schema(description = "Expected share", examples = "38.9")
            double pctAfter) {

        private double size() {
            return Math.abs(winProbabilityAfter - winProbabilityBefore);
        }
    }

    /** @param before as stored; {@code after} in the same form */
    static WhatIfView of(Run run, Forecast before, Forecast after, SeatBook book) {
        Map<String, PartyForecast> partiesAfter =
                after.parties().stream().collect(Collectors.toMap(PartyForecast::party, Function.identity()));
        Map<String, SeatForecast> seatsAfter =
                after.seats().stream().collect(Collectors.toMap(SeatForecast::seat, Function.identity()));
        List<FavouriteChange> favourites = new ArrayList<>();
        List<SeatChange> changes = new ArrayList<>();
        for (SeatForecast seat : before.seats()) {
            SeatForecast then = seatsAfter.get(seat.seat());
            String name = SeatForecastView.nameOf(book, run.boundarySet(), seat.seat());
            if (!Objects.equals(seat.favourite(), then.favourite())) {
                favourites.add(new FavouriteChange(seat.seat(), name, seat.favourite(), then.favourite()));
            }
            change(seat, then, name, changes);
        }
        return new WhatIfView(
                run.runId(),
                before.parties().stream()
                        .map(party -> PartyChange.of(party, partiesAfter.get(party.party())))
                        .toList(),
                Rounded.probability(before.hungProbability()),
                Rounded.probability(after.hungProbability()),
                favourites,
                changes.size(),
                changes.stream()
                        .sorted(Comparator.comparing(SeatChange::size)
                                .reversed()
                                .thenComparing(SeatChange::seatCode))
                        .limit(LARGEST)
                        .toList());
    }

    private static void change(SeatForecast before, SeatForecast after, String name, List<SeatChange> changes) {
        Map<String, SeatParty> then = new HashMap<>();
        after.parties().forEach(party -> then.put(party.party(), party));
        before.parties().stream()
                .filter(party -> then.containsKey(party.party()))
                .map(party -> new SeatChange(
                        before.seat(),
                        name,
                        party.party(),
                        Rounded.probability(party.winProbability()),
                        Rounded.probability(then.get(party.party()).winProbability()),
                        Rounded.points(party.meanPct()),
                        Rounded.points(then.get(party.party()).meanPct())))
                .max(Comparator.comparing(SeatChange::size))
                .filter(largest -> largest.size() > 0)
                .ifPresent(changes::add);
    }
}
