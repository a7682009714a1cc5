package uk.hustings.polls.forecast;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is taken to be otherwise than a forecast has it. */
@Schema(name = "WhatIfOrder", description = "What is taken to be otherwise than a forecast has it")
public record WhatIfOrder(
        @Schema(
                nullable = true,
                description = "Points, −50 to 50, added to parties' national shares, by code",
                examples = "{\"lab\": 2}")
        Map<String, Double> nationalPts,

        @Schema(nullable = true, description = "Seats in which a party's lead is another one, each seat once")
        List<SeatLead> leads) {

    /** Another lead in one seat. */
    @Schema(name = "WhatIfLead", description = "A party's lead over the strongest other one in a seat")
    public record SeatLead(
            @Schema(examples = "E14000653") String seatCode,

            @Schema(examples = "lab") String party,

            @Schema(description = "−100 to 100; negative if another party is ahead", examples = "3.5")
            Double pts) {}

    Map<String, Double> nationalOrNone() {
        return nationalPts == null ? Map.of() : nationalPts;
    }

    List<SeatLead> leadsOrNone() {
        return leads == null ? List.of() : leads;
    }
}
