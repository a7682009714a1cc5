package uk.hustings.campaign.reach.domain;

/** A point on the map, in degrees north and east (WGS 84). */
public record Point(double lat, double lon) {

    /** Mean radius of the Earth (IUGG), in kilometres. */
    private static final double EARTH_KM = 6371.0088;

    /** Great-circle distance (haversine), in kilometres. */
    public double kilometresTo(Point other) {
        double halfNorth = Math.toRadians(other.lat - lat) / 2;
        double halfEast = Math.toRadians(other.lon - lon) / 2;
        double chord = Math.pow(Math.sin(halfNorth), 2)
                + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * Math.pow(Math.sin(halfEast), 2);
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
