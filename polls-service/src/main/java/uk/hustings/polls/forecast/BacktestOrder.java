package uk.hustings.polls.forecast;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which forecast is to be held against what happened. */
@Schema(name = "BacktestOrder", description = "Which forecast is to be held against what happened")
public record BacktestOrder(
        @Schema(description = "A general election that has been held", examples = "ge2015")
        String electionId,

        @Schema(
                nullable = true,
                description = "Nothing later than the end of this day goes in; the day before polling day unless given",
                examples = "2015-05-06")
        LocalDate asOf,

        @Schema(
                nullable = true,
                description = "public unless given, or internal: from all evidence there is",
                examples = "public")
        String evidence,

        @Schema(
                nullable = true,
                description = "How many elections to draw for each model, 1 to 50,000; 10,000 unless given",
                examples = "10000")
        Integer elections,

        @Schema(
                nullable = true,
                description = "Of the random numbers, 0 to 9007199254740991; 1 unless given",
                examples = "1")
        Long seed) {}
