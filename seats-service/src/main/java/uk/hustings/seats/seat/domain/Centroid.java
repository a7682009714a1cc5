package uk.hustings.seats.seat.domain;

/**
 * A place, WGS84; of a seat the middle of its area.
 *
 * @param lat degrees north, -90 to 90
 * @param lon degrees east, -180 to 180
 */
public record Centroid(double lat, double lon) {

    private static final double EARTH_RADIUS_KM = 6371.0088;

    /**
     * The great-circle distance in kilometres, to the tenth: by the haversine formula on a sphere of the mean radius.
     */
    public double distanceKm(Centroid other) {
        double dLat = Math.toRadians(other.lat - lat);
        double dLon = Math.toRadians(other.lon - lon);
        double chord = square(Math.sin(dLat / 2))
                + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * square(Math.sin(dLon / 2));
        double km = 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
        return Math.round(km * 10) / 10.0;
    }

    private static double square(double x) {
        return x * x;
    }
}
