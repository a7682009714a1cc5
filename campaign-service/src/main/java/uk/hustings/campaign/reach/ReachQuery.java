package uk.hustings.campaign.reach;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.param.QueryParameter;

/** Which journeys are wanted. */
public class ReachQuery {

    @RestQuery
    @Parameter(description = "Of one local party", example = "city-of-durham")
    String localParty;

    @RestQuery
    @Parameter(description = "To one seat", example = "E14000569")
    String seat;

    @RestQuery
    @Parameter(description = "Longest way by road, one way; 0.1 to 12, 1.5 unless given", example = "1.5")
    String maxHours;

    SeatCode seatCode() {
        return QueryParameter.seat("seat", seat);
    }

    double limitHours() {
        return hours(maxHours);
    }

    /** What tells this view of the list from another. */
    List<String> view() {
        return Arrays.asList(localParty, seat, maxHours);
    }

    /** @param text hours as a parameter has them; the usual limit if it is not given */
    static double hours(String text) {
        return Optional.ofNullable(
                        QueryParameter.decimal("maxHours", text, Journeys.SHORTEST_HOURS, Journeys.LONGEST_HOURS))
                .orElse(Journeys.USUAL_HOURS);
    }
}
