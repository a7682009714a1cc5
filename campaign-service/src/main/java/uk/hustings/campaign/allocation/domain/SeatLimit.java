package uk.hustings.campaign.allocation.domain;

/**
 * How much work or money a seat can take.
 *
 * @param max in hours or pounds, 0 or more
 */
public record SeatLimit(String seatCode, Measure measure, double max) {

    public SeatLimit {
        if (!(max >= 0) || !Double.isFinite(max)) {
            throw new IllegalArgumentException("%s may have %s of %s".formatted(seatCode, max, measure));
        }
    }
}
