package uk.hustings.campaign.seatref;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import uk.hustings.api.id.SeatCode;

/**
 * How our party stands in every seat, as seats-service reckons it.
 *
 * @param asOf domain day
 * @param seats all seats of the boundary set in force
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Standings(LocalDate asOf, List<Standing> seats) {

    /**
     * One seat.
     *
     * @param regionCode GSS code of the region
     * @param type {@code county}, {@code borough} or {@code burgh}; null from a seats-service of an earlier version
     * @param electorate when the boundary set came into force
     * @param holder party code; null if the seat is vacant or has no result
     * @param rank as a target of our party, 1 the nearest; null if we hold it or did not stand
     * @param majorityPct winner's lead over the second, in points; null without a result
     * @param centroid the middle of its area; null if that is not known
     * @param postcodeCentroid the mean place of its postcodes; null if that is not known, as in Northern Ireland
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Standing(
            SeatCode seatCode,
            String name,
            String regionCode,
            String country,
            String type,
            Integer electorate,
            String holder,
            Integer rank,
            BigDecimal swingRequiredPts,
            BigDecimal majorityPct,
            Centroid centroid,
            Centroid postcodeCentroid) {}

    /** A place in a seat, in degrees north and east (WGS 84). */
    public record Centroid(double lat, double lon) {}
}
