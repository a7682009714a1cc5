package uk.hustings.polls.average;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.computation.Shared;
import uk.hustings.polls.average.domain.NationalAverage;
import uk.hustings.polls.average.domain.NationalAverage.Estimate;

/** What national polls say together at the end of a day. */
@Schema(name = "NationalAverage", description = "What national polls say together at the end of a day")
public record AverageView(
        @Schema(description = "The end of this day is told", examples = "2015-04-14")
        LocalDate asOf,

        @Schema(description = "public, or internal: from all evidence there is", examples = "public")
        String evidence,

        @Schema(nullable = true, description = "gb or uk; null for both together", examples = "gb")
        String geography,

        @Schema(
                nullable = true,
                description = "adults or registered-voters; null for both together",
                examples = "adults")
        String population,

        @Schema(
                nullable = true,
                description = "The general election after which the polls were fielded; null if none is known",
                examples = "2010-05-06")
        LocalDate since,

        @Schema(description = "Polls that it is made of, not all of which report every party", examples = "1935")
        int polls,

        @Schema(
                nullable = true,
                description = "Last day of fieldwork of the newest; null if there is none",
                examples = "2015-04-13")
        LocalDate newest,

        @Schema(description = "The largest first; none if there is no poll")
        List<PartyAverage> parties)
        implements Shared {

    /** One party. */
    @Schema(description = "What national polls say of one party")
    public record PartyAverage(
            @Schema(examples = "con") String party,

            @Schema(examples = "33.49") double pct,

            @Schema(description = "Where the 90% interval of what people say begins", examples = "32.61")
            double lowPct,

            @Schema(description = "Where it ends", examples = "34.37")
            double highPct,

            @Schema(
                    description = "Where the 90% interval of an election held that day begins: it also holds how far"
                            + " polls have missed elections before",
                    examples = "29.8")
            double electionLowPct,

            @Schema(description = "Where it ends", examples = "37.18")
            double electionHighPct,

            @Schema(description = "Polls that report the party", examples = "1935")
            int polls,

            @Schema(description = "Last day of fieldwork of the newest of them", examples = "2015-04-13")
            LocalDate newest,

            @Schema(description = "By name") List<HouseEffect> houseEffects) {

        private static PartyAverage of(String party, Estimate estimate, double electionError) {
            double electionSd = electionSd(estimate, electionError);
            return new PartyAverage(
                    party,
                    Rounded.points(estimate.pct()),
                    Rounded.points(estimate.lowPct()),
                    Rounded.points(estimate.highPct()),
                    Rounded.points(low(estimate.pct(), electionSd)),
                    Rounded.points(high(estimate.pct(), electionSd)),
                    estimate.polls(),
                    estimate.newest(),
                    estimate.houses().entrySet().stream()
                            .map(house -> HouseEffect.of(house.getKey(), house.getValue()))
                            .toList());
        }
    }

    /** How a pollster differs from the others. */
    @Schema(description = "By how much a pollster puts the party higher than the others do")
    public record HouseEffect(
            @Schema(description = "unknown for polls whose pollster is not known", examples = "YouGov")
            String pollster,

            @Schema(examples = "0.41") double pts,

            @Schema(description = "Where the 90% interval begins", examples = "-0.45")
            double lowPts,

            @Schema(description = "Where it ends", examples = "1.27")
            double highPts,

            @Schema(description = "The pollster's polls", examples = "1140")
            int polls) {

        private static HouseEffect of(String pollster, NationalAverage.HouseEffect effect) {
            double reach = NationalAverage.TWO_SIDED_90 * effect.sd();
            return new HouseEffect(
                    pollster,
                    Rounded.points(effect.pts()),
                    Rounded.points(effect.pts() - reach),
                    Rounded.points(effect.pts() + reach),
                    effect.polls());
        }
    }

    /** @param electionError how far polls miss elections: the variance of a share is (100·electionError)²·p(1−p) */
    static AverageView of(AverageQuery.Wanted wanted, LocalDate day, Averages.Stretch stretch, double electionError) {
        Map<String, Estimate> estimates = stretch.average().asOf(day);
        return new AverageView(
                day,
                wanted.extent().code(),
                wanted.geographyCode(),
                wanted.populationCode(),
                stretch.since(),
                (int) stretch.polls().stream()
                        .filter(poll -> !poll.end().isAfter(day))
                        .count(),
                estimates.values().stream()
                        .map(Estimate::newest)
                        .max(LocalDate::compareTo)
                        .orElse(null),
                estimates.entrySet().stream()
                        .map(party -> PartyAverage.of(party.getKey(), party.getValue(), electionError))
                        .sorted((one, other) -> Double.compare(other.pct(), one.pct()))
                        .toList());
    }

    /** That it takes in memory, roughly, with its encoded forms. */
    long bytes() {
        return 200
                + parties.stream()
                        .mapToLong(party -> 400 + 200L * party.houseEffects.size())
                        .sum();
    }

    /** Of what an election held that day would give, in points. */
    static double electionSd(Estimate estimate, double electionError) {
        double p = Math.min(1, Math.max(0, estimate.pct() / 100));
        double ofPolls = 100 * electionError;
        return Math.sqrt(estimate.sd() * estimate.sd() + ofPolls * ofPolls * p * (1 - p));
    }

    static double low(double pct, double sd) {
        return Math.max(0, pct - NationalAverage.TWO_SIDED_90 * sd);
    }

    static double high(double pct, double sd) {
        return Math.min(100, pct + NationalAverage.TWO_SIDED_90 * sd);
    }
}
