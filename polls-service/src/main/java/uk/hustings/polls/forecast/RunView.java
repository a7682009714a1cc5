package uk.hustings.polls.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A run of a forecast or backtest as it is shown. */
@Schema(name = "ForecastRun", description = "A forecast or backtest that was asked for, and where it stands")
public record RunView(
        @Schema(description = "Id of the forecast or backtest", examples = "0198b7a4-6c1e-7d52-9a38-5f0c2b7e4d11")
        UUID forecastId,

        @Schema(description = "forecast or backtest", examples = "forecast")
        String kind,

        @Schema(description = "public, or internal: from all evidence there is", examples = "public")
        String evidence,

        @Schema(description = "Nothing later than the end of this day went in", examples = "2015-04-14")
        LocalDate asOf,

        @Schema(examples = "2010") String boundarySet,

        @Schema(
                nullable = true,
                description = "The election that a backtest is held against; null for a forecast",
                examples = "ge2015")
        String electionId,

        @Schema(description = "queued, running, done, failed or cancelled", examples = "done")
        String status,

        @Schema(description = "From 0 to 1", examples = "1") double progress,

        @Schema(description = "How many elections are drawn", examples = "10000")
        int elections,

        @Schema(description = "Of the random numbers", examples = "1")
        long seed,

        @Schema(
                description =
                        "SHA-256 of all that it is made from: the same inputs, elections and seed give the same result",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String inputsHash,

        @Schema(description = "The general election that the seats start from", examples = "ge2010")
        String baselineElectionId,

        @Schema(description = "Version of the parameters", examples = "1")
        String parametersVersion,

        @Schema(description = "How many went in", examples = "1935")
        int nationalPolls,

        @Schema(description = "Polls of single seats that went in", examples = "171")
        int seatPolls,

        @Schema(description = "Since the baseline", examples = "21")
        int byElections,

        @Schema(description = "What whoever reads the result should know")
        List<String> warnings,

        @Schema(examples = "2015-04-14T11:00:00Z") Instant requestedAt,

        @Schema(nullable = true, examples = "2015-04-14T11:00:01Z")
        Instant startedAt,

        @Schema(nullable = true, examples = "2015-04-14T11:00:03Z")
        Instant finishedAt) {

    static RunView of(Run run) {
        return new RunView(
                run.runId(),
                run.kind().code(),
                run.extent().code(),
                run.asOf(),
                run.boundarySet(),
                run.electionId(),
                run.status().code(),
                (double) run.progress() / Run.TENTHS,
                run.elections(),
                run.seed(),
                run.inputsHash(),
                run.baseline(),
                run.parameters(),
                run.nationalPolls(),
                run.seatPolls(),
                run.byElections(),
                run.warnings(),
                run.requestedAt(),
                run.startedAt(),
                run.finishedAt());
    }
}
