package uk.hustings.gateway.edge.domain;

import java.util.regex.Pattern;

/** The name under which one request is found in every log it passes through. */
public final class RequestId {

    // What is kept goes into logs and headers: nothing that could break a line or pretend to be a field.
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private RequestId() {}

    /**
     * @param offered what the caller sent, or null
     * @param made what is taken when nothing usable was sent
     */
    public static String keep(String offered, String made) {
        return offered != null && SANE.matcher(offered).matches() ? offered : made;
    }
}
