package uk.hustings.campaign.reach.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import uk.hustings.api.id.SeatCode;

/**
 * Imported travel. A pair that it does not have cannot be travelled: what is missing is never made up.
 *
 * @param rows by where one sets out: the id of a local party, or the code of a seat
 */
public record TravelMatrix(Map<String, Row> rows) implements TravelTimes {

    private static final double MINUTES_OF_AN_HOUR = 60;

    public TravelMatrix {
        rows = Map.copyOf(rows);
    }

    /** Journeys from one place. Arrays, because a whole matrix has four hundred thousand of them. */
    public static final class Row {

        private final SeatCode[] seats;
        private final double[] minutes;
        private final double[] kilometres;

        /**
         * The three arrays belong to each other and are not changed afterwards.
         *
         * @param seats sorted, each once
         */
        public Row(SeatCode[] seats, double[] minutes, double[] kilometres) {
            this.seats = seats;
            this.minutes = minutes;
            this.kilometres = kilometres;
        }

        public static Row of(SortedMap<SeatCode, Travel> journeys) {
            return new Row(
                    journeys.keySet().toArray(SeatCode[]::new),
                    journeys.values().stream()
                            .mapToDouble(travel -> travel.hours() * MINUTES_OF_AN_HOUR)
                            .toArray(),
                    journeys.values().stream().mapToDouble(Travel::kilometres).toArray());
        }

        /** Where one can travel to, sorted. */
        public List<SeatCode> seats() {
            return List.of(seats);
        }

        /** In the order of the seats. */
        public double[] minutes() {
            return minutes.clone();
        }

        /** In the order of the seats. */
        public double[] kilometres() {
            return kilometres.clone();
        }

        Optional<Travel> to(SeatCode seat) {
            int at = Arrays.binarySearch(seats, seat);
            return at < 0
                    ? Optional.empty()
                    : Optional.of(new Travel(kilometres[at], minutes[at] / MINUTES_OF_AN_HOUR));
        }
    }

    @Override
    public Optional<Travel> fromLocalParty(String localParty, SeatCode to) {
        return from(localParty, to);
    }

    @Override
    public Optional<Travel> fromSeat(SeatCode from, SeatCode to) {
        return from(from.value(), to);
    }

    private Optional<Travel> from(String origin, SeatCode to) {
        Row row = rows.get(origin);
        return row == null ? Optional.empty() : row.to(to);
    }
}
