package uk.hustings.gateway.edge;

/** In which order a request passes the gateway; numbers are route orders of the server. */
public final class Stage {

    /** Before anything of the framework looks at the path. */
    public static final int DOOR = Integer.MIN_VALUE + 10;

    /** After the framework's own health and metrics. */
    public static final int OWN_PAGES = 100;

    /** Last: what nobody has answered belongs to a service or to nobody. */
    public static final int SERVICES = 5_000;

    private Stage() {}
}
