package uk.hustings.polls.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.polls.poll.PollFilter;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.reading.domain.Series;
import uk.hustings.polls.reading.domain.Trend;
import uk.hustings.polls.reading.domain.Trend.Line;
import uk.hustings.polls.reading.domain.Wave;
import uk.hustings.polls.seatref.domain.Seat;
import uk.hustings.polls.seatref.domain.SeatBook;

/** Where the figures of a series are going, as it is shown. */
@Schema(name = "PollTrend")
record TrendView(
        @Schema(examples = "Lord Ashcroft") String pollster,
        @Schema(examples = "poll") String kind,
        @Schema(examples = "adults") String population,
        @Schema(examples = "standard") String question,

        @Schema(description = "gb, uk, region or seat", examples = "seat")
        String geography,

        @Schema(nullable = true, description = "Null unless these are polls of a seat")
        SeatCode seatCode,

        @Schema(nullable = true, examples = "Eastleigh") String seatName,
        @Schema(nullable = true, examples = "2010") String boundarySet,
        @Schema(nullable = true, examples = "E12000008") String regionCode,

        @Schema(description = "2 or more", examples = "2") int waves,

        @Schema(description = "Last day of fieldwork of the first wave", examples = "2013-02-05")
        LocalDate from,

        @Schema(description = "Last day of fieldwork of the last wave", examples = "2013-02-24")
        LocalDate to,

        @Schema(
                nullable = true,
                description = "Of the party that was asked for, or else of whoever is ahead in the last wave; null if"
                        + " fewer than two waves give it")
        LineView lead,

        @Schema(description = "Of every answer that two waves give")
        List<LineView> sharesPct) {

    /** One figure over the waves that give it. */
    @Schema(name = "PollTrendLine")
    record LineView(
            @Schema(examples = "ukip") String option,

            @Schema(description = "That give the figure", examples = "2")
            int waves,

            @Schema(examples = "13") BigDecimal firstPts,
            @Schema(examples = "21") BigDecimal lastPts,

            @Schema(description = "From the first to the last", examples = "8")
            BigDecimal changePts,

            @Schema(
                    nullable = true,
                    description = "Standard deviation of the change by sampling alone",
                    examples = "1.9")
            BigDecimal samplingSdPts,

            @Schema(
                    nullable = true,
                    description =
                            "Slope of the least-squares line through all waves, points in 30 days; null if all were"
                                    + " taken on one day",
                    examples = "12.63")
            BigDecimal per30DaysPts,

            @Schema(nullable = true, description = "Standard deviation of the slope by sampling alone", examples = "3")
            BigDecimal per30DaysSdPts) {

        private static LineView of(Line line) {
            return new LineView(
                    line.change().option(),
                    line.waves(),
                    Points.of(line.firstPts()),
                    Points.of(line.lastPts()),
                    Points.of(line.change().pts()),
                    Points.of(line.change().samplingSdPts()),
                    Points.of(line.per30DaysPts()),
                    Points.of(line.per30DaysSdPts()));
        }
    }

    static TrendView of(Trend trend, SeatBook seats) {
        Series.Key key = trend.series().key();
        Optional<Seat> seat = PollFilter.seatOf(key.area(), seats);
        List<Wave> waves = trend.waves();
        return new TrendView(
                key.pollster(),
                Codes.codeOf(key.kind()),
                Codes.codeOf(key.population()),
                Codes.codeOf(key.question()),
                Codes.codeOf(key.area().geography()),
                key.area().seatCode().orElse(null),
                seat.map(Seat::name).orElse(null),
                key.area().boundarySet(),
                PollFilter.regionOf(key.area(), seats),
                waves.size(),
                waves.get(0).polled().day(),
                waves.get(waves.size() - 1).polled().day(),
                trend.lead() == null ? null : LineView.of(trend.lead()),
                trend.shares().stream().map(LineView::of).toList());
    }
}
