package uk.hustings.seats.seat;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.seats.facts.FactsQuery;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.facts.domain.Standing;
import uk.hustings.seats.seat.domain.Centroid;
import uk.hustings.seats.seat.domain.Seat;

/** Which seats of a list are wanted, as the query says it. */
public class SeatFilter {

    private static final double FARTHEST_KM = 2000;

    @RestQuery
    @Parameter(description = "Part of the name; accents and capitals do not matter", example = "crewe")
    String q;

    @RestQuery
    @Parameter(description = "GSS code of a region", example = "E12000002")
    String region;

    @RestQuery
    @Parameter(description = "England, Scotland, Wales or Northern Ireland", example = "England")
    String country;

    @RestQuery
    @Parameter(description = "Code of the party that holds the seat", example = "con")
    String holder;

    @RestQuery
    @Parameter(
            description = "A place, degrees latitude and longitude: each seat tells its distance",
            example = "53.38,-1.47")
    String near;

    @RestQuery
    @Parameter(description = "With near: centroid not farther than this, 0 to 2000 km", example = "30")
    String withinKm;

    /** What was asked for, read and found to make sense. */
    public record Wanted(String q, String region, String country, String holder, Centroid near, Double withinKm) {

        public boolean admits(Standing standing) {
            Seat seat = standing.seat();
            return (q == null || seat.isCalled(q))
                    && (region == null || seat.regionCode().equals(region))
                    && (country == null || seat.country().equals(country))
                    && (holder == null || standing.isHeldBy(holder))
                    && (withinKm == null || distanceKm(seat) <= withinKm);
        }

        /** From the place to the seat's centroid; null if no place was named. */
        public Double distanceKm(Seat seat) {
            return near == null ? null : near.distanceKm(seat.centroid());
        }
    }

    /** @throws uk.hustings.api.problem.Problem INVALID_PARAMETER */
    public Wanted read(Facts facts, FactsQuery query, String boundarySet) {
        Wanted wanted = new Wanted(
                q == null || q.isBlank() ? null : q.strip(),
                query.region(facts, region),
                query.country(facts, country),
                query.party("holder", facts, holder),
                place(near),
                QueryParameter.decimal("withinKm", withinKm, 0, FARTHEST_KM));
        if (wanted.withinKm != null && wanted.near == null) {
            throw QueryParameter.refused("withinKm", "withinKm needs near, the place to measure from");
        }
        if (wanted.region != null
                && wanted.country != null
                && facts.seats(boundarySet).stream()
                        .filter(seat -> seat.regionCode().equals(wanted.region))
                        .noneMatch(seat -> seat.country().equals(wanted.country))) {
            throw QueryParameter.refused("region", "region and country exclude each other");
        }
        return wanted;
    }

    private static Centroid place(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String[] parts = text.split(",", -1);
        if (parts.length != 2) {
            throw QueryParameter.refused("near", "near must be latitude,longitude in degrees, for example 53.38,-1.47");
        }
        return new Centroid(
                QueryParameter.required("near", QueryParameter.decimal("near", parts[0], -90, 90)),
                QueryParameter.required("near", QueryParameter.decimal("near", parts[1], -180, 180)));
    }
}
