package uk.hustings.polls.average;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.computation.Shared;
import uk.hustings.api.export.Table;
import uk.hustings.polls.average.domain.NationalAverage.Estimate;

/** National averages from day to day. */
@Schema(name = "NationalAverageSeries", description = "National averages from day to day")
public record SeriesView(
        @Schema(description = "First day", examples = "2015-01-01")
        LocalDate from,

        @Schema(description = "Last day that may be in it", examples = "2015-04-14")
        LocalDate to,

        @Schema(description = "Days from one point to the next", examples = "7")
        int step,

        @Schema(description = "public, or internal: from all evidence there is", examples = "public")
        String evidence,

        @Schema(nullable = true, description = "gb or uk; null for both together", examples = "gb")
        String geography,

        @Schema(
                nullable = true,
                description = "adults or registered-voters; null for both together",
                examples = "adults")
        String population,

        List<DayAverage> points)
        implements Shared {

    static final Table<Row> TABLE = new Table<Row>()
            .column("asOf", Row::asOf)
            .column("party", row -> row.share.party)
            .column("pct", row -> row.share.pct)
            .column("lowPct", row -> row.share.lowPct)
            .column("highPct", row -> row.share.highPct)
            .column("electionLowPct", row -> row.share.electionLowPct)
            .column("electionHighPct", row -> row.share.electionHighPct)
            .column("polls", row -> row.share.polls);

    /** What polls said at the end of one day. */
    @Schema(description = "What polls said at the end of one day")
    public record DayAverage(
            @Schema(examples = "2015-04-14") LocalDate asOf,

            @Schema(description = "In order of code; none where no poll had been fielded since the election before")
            List<PartyShare> parties) {

        static DayAverage of(LocalDate day, Averages.Stretch stretch, double electionError) {
            return new DayAverage(
                    day,
                    stretch.average().sharesAsOf(day).entrySet().stream()
                            .map(party -> PartyShare.of(party.getKey(), party.getValue(), electionError))
                            .toList());
        }
    }

    /** One party on one day. */
    @Schema(description = "What polls said of one party at the end of one day")
    public record PartyShare(
            @Schema(examples = "con") String party,

            @Schema(examples = "33.49") double pct,

            @Schema(description = "Where the 90% interval of what people say begins", examples = "32.61")
            double lowPct,

            @Schema(description = "Where it ends", examples = "34.37")
            double highPct,

            @Schema(description = "Where the 90% interval of an election held that day begins", examples = "29.8")
            double electionLowPct,

            @Schema(description = "Where it ends", examples = "37.18")
            double electionHighPct,

            @Schema(description = "Polls that report the party", examples = "1935")
            int polls) {

        private static PartyShare of(String party, Estimate estimate, double electionError) {
            double electionSd = AverageView.electionSd(estimate, electionError);
            return new PartyShare(
                    party,
                    Rounded.points(estimate.pct()),
                    Rounded.points(estimate.lowPct()),
                    Rounded.points(estimate.highPct()),
                    Rounded.points(AverageView.low(estimate.pct(), electionSd)),
                    Rounded.points(AverageView.high(estimate.pct(), electionSd)),
                    estimate.polls());
        }
    }

    /** A line of the CSV file. */
    record Row(LocalDate asOf, PartyShare share) {}

    /** That it takes in memory, roughly, with its encoded forms. */
    long bytes() {
        return 200
                + points.stream()
                        .mapToLong(day -> 100 + 300L * day.parties.size())
                        .sum();
    }

    Stream<Row> rows() {
        return points.stream().flatMap(day -> day.parties.stream().map(share -> new Row(day.asOf, share)));
    }
}
