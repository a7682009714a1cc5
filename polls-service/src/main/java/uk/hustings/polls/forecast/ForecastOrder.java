package uk.hustings.polls.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What forecast is wanted. */
@Schema(name = "ForecastOrder", description = "What forecast is wanted; whatever is left out is as usual")
public record ForecastOrder(
        @Schema(
                nullable = true,
                description = "public unless given, or internal: from all evidence there is",
                examples = "public")
        String evidence,

        @Schema(
                nullable = true,
                description = "Nothing later than the end of this day goes in; the domain's today unless given",
                examples = "2015-04-14")
        LocalDate asOf,

        @Schema(nullable = true, description = "The one in force on the day unless given", examples = "2010")
        String boundarySet,

        @Schema(
                nullable = true,
                description = "How many elections to draw, 1 to 50,000; 10,000 unless given",
                examples = "10000")
        Integer elections,

        @Schema(
                nullable = true,
                description = "Of the random numbers, 0 to 9007199254740991; 1 unless given",
                examples = "1")
        Long seed,

        @Schema(
                nullable = true,
                description = "Codes of the seats in which a party stands, by party; of parties that are not named the"
                        + " baseline and the polls tell",
                examples = "{\"ukip\": [\"E14000653\"]}")
        Map<String, List<String>> standing) {

    static final ForecastOrder USUAL = new ForecastOrder(null, null, null, null, null, null);
}
