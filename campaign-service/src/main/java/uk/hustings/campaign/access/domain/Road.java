package uk.hustings.campaign.access.domain;

/** How long it takes from one place to another, as long as there is no road matrix: great circle × 1.3 at 60 km/h. */
public final class Road {

    private static final double EARTH_RADIUS_KM = 6371.0088;
    private static final double DETOUR = 1.3;
    private static final double KILOMETRES_PER_HOUR = 60;

    private Road() {}

    /** One way, in hours; degrees north and east. */
    public static double hours(double fromLat, double fromLon, double toLat, double toLon) {
        double north = Math.toRadians(toLat - fromLat);
        double east = Math.toRadians(toLon - fromLon);
        double half = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(fromLat)) * Math.cos(Math.toRadians(toLat)) * Math.pow(Math.sin(east / 2), 2);
        double crow = 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(half));
        return crow * DETOUR / KILOMETRES_PER_HOUR;
    }
}
