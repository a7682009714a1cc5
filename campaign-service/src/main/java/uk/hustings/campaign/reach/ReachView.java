package uk.hustings.campaign.reach;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.reach.domain.Travel;

/** How far a seat is from a local party. */
@Schema(name = "Reach", description = "How far a seat is from a local party")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReachView(
        @Schema(examples = "city-of-durham") String localParty,
        SeatCode seatCode,
        @Schema(examples = "Bishop Auckland") String seatName,

        @Schema(examples = "0.42", description = "Hours by road, one way")
        BigDecimal travelHours,

        @Schema(examples = "25.3", description = "By road, one way")
        BigDecimal travelKm,

        @Schema(examples = "0.84", description = "Hours of a person's day of 6 hours that travel there and back takes")
        BigDecimal hoursLostPerDay,

        @Schema(examples = "0.860", description = "What is left of the day for work, 0 to 1")
        BigDecimal productiveShare,

        @Schema(
                examples = "key",
                nullable = true,
                description =
                        "key, battleground, defensive or non-battleground, where you may read the strategy of the seat")
        String battlegroundClass) {

    static ReachView of(String localParty, SeatCode seat, String seatName, Travel travel, String battlegroundClass) {
        return new ReachView(
                localParty,
                seat,
                seatName,
                travel.roundedHours(),
                travel.roundedKilometres(),
                BigDecimal.valueOf(travel.hoursLostOfADay()).setScale(2, RoundingMode.HALF_UP),
                BigDecimal.valueOf(travel.productiveShare()).setScale(3, RoundingMode.HALF_UP),
                battlegroundClass);
    }
}
