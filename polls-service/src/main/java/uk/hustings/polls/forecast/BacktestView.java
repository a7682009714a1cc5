package uk.hustings.polls.forecast;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.average.Rounded;
import uk.hustings.polls.forecast.domain.Backtest;
import uk.hustings.polls.forecast.domain.Score;

/** A backtest with what it came to. */
@Schema(
        name = "Backtest",
        description = "A forecast that is held against what happened, beside what people use instead")
public record BacktestView(
        RunView run,

        @Schema(nullable = true, description = "Null until it is done")
        Table result) {

    /** How each model did. */
    @Schema(name = "BacktestResult", description = "How the forecast and its peers did")
    public record Table(
            @Schema(description = "The forecast first, then its peers")
            List<ModelScore> models,

            @Schema(description = "Of the forecast from each peer, on the seats that both speak of")
            List<Difference> differences) {

        static Table of(Backtest backtest) {
            return new Table(
                    backtest.models().stream().map(ModelScore::of).toList(),
                    backtest.differences().stream().map(Difference::of).toList());
        }
    }

    /** How one model did. */
    @Schema(name = "BacktestModel", description = "How one model did on the seats of Great Britain that it speaks of")
    public record ModelScore(
            @Schema(
                    description = "hustings (the forecast), uniform-swing, uniform-swing-by-country or"
                            + " last-constituency-poll",
                    examples = "hustings")
            String model,

            @Schema(examples = "632") int seats,

            @Schema(description = "Seats whose winner it named", examples = "594")
            int rightWinners,

            @Schema(
                    description = "Mean over seats of the sum over parties of (probability − outcome)²; 0 is best",
                    examples = "0.10912")
            double brier,

            @Schema(description = "Mean over seats of −ln(probability of who won); 0 is best", examples = "0.17644")
            double logScore,

            @Schema(description = "Root mean square error of shares", examples = "4.02")
            double rmsePts,

            @Schema(
                    description = "Part of the 90% intervals of shares that hold the actual share, from 0 to 1",
                    examples = "0.8521")
            double coverage,

            @Schema(nullable = true, description = "Null for a model that speaks of some seats only")
            List<PartySeats> parties,

            @Schema(description = "Probabilities that were told beside how often what they spoke of came true")
            List<Calibration> calibration) {

        private static ModelScore of(Backtest.ModelScore model) {
            Score score = model.score();
            return new ModelScore(
                    model.model(),
                    score.seats(),
                    score.rightWinners(),
                    Rounded.probability(score.brier()),
                    Rounded.probability(score.logScore()),
                    Rounded.points(score.rmsePts()),
                    Rounded.probability(score.coverage()),
                    model.parties() == null
                            ? null
                            : model.parties().stream().map(PartySeats::of).toList(),
                    model.calibration().stream().map(Calibration::of).toList());
        }
    }

    /** Seats of one party. */
    @Schema(name = "BacktestParty")
    public record PartySeats(
            @Schema(examples = "snp") String party,

            @Schema(examples = "56") int actualSeats,

            @Schema(examples = "53.41") double expectedSeats,

            @Schema(examples = "55") int favouriteSeats,

            @Schema(description = "Where the 90% interval begins", examples = "44")
            int lowSeats,

            @Schema(description = "Where it ends", examples = "58")
            int highSeats,

            @Schema(description = "Whether it holds the actual number", examples = "true")
            boolean holds) {

        private static PartySeats of(Backtest.PartySeats party) {
            return new PartySeats(
                    party.party(),
                    party.actualSeats(),
                    Rounded.points(party.expectedSeats()),
                    party.favouriteSeats(),
                    party.lowSeats(),
                    party.highSeats(),
                    party.holds());
        }
    }

    /** One bin of probabilities. */
    @Schema(name = "BacktestCalibration")
    public record Calibration(
            @Schema(examples = "0.5") double from,

            @Schema(examples = "0.6") double to,

            @Schema(description = "Probabilities in the bin", examples = "41")
            int told,

            @Schema(examples = "0.5477") double meanProbability,

            @Schema(description = "Part of them that came true", examples = "0.561")
            double cameTrue) {

        private static Calibration of(Score.Calibration bin) {
            return new Calibration(
                    bin.from(),
                    bin.to(),
                    bin.told(),
                    Rounded.probability(bin.meanProbability()),
                    Rounded.probability(bin.cameTrue()));
        }
    }

    /** By how much the forecast did otherwise than a peer. */
    @Schema(name = "BacktestDifference", description = "A score of the forecast less that of a peer on the same seats")
    public record Difference(
            @Schema(examples = "uniform-swing") String peer,

            @Schema(description = "rightWinners, brier or logScore", examples = "rightWinners")
            String measure,

            @Schema(description = "That both speak of", examples = "632")
            int seats,

            @Schema(examples = "61") double difference,

            @Schema(description = "Where the 90% interval of a paired bootstrap over seats begins", examples = "47")
            double low,

            @Schema(description = "Where it ends", examples = "75")
            double high) {

        private static Difference of(Backtest.Difference difference) {
            return new Difference(
                    difference.peer(),
                    difference.measure(),
                    difference.seats(),
                    Rounded.probability(difference.difference()),
                    Rounded.probability(difference.low()),
                    Rounded.probability(difference.high()));
        }
    }
}
