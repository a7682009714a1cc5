package uk.hustings.gateway.edge.domain;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which web pages may read the answers. Tokens travel in a header and no cookie is ever set, so {@code *} gives away
 * nothing that a page could not ask for without a browser.
 */
public final class Origins {

    private static final String ANY = "*";
    private static final Pattern ORIGIN =
            Pattern.compile("https?://[a-z0-9.-]+(:\\d{1,5})?|https?://\\[[0-9a-f:]+](:\\d{1,5})?");

    private final Set<String> allowed;

    private Origins(Set<String> allowed) {
        this.allowed = allowed;
    }

    /** @throws IllegalArgumentException naming what is no origin: scheme, host and port in lower case, no path */
    public static Origins of(Collection<String> allowed) {
        for (String origin : allowed) {
            if (!origin.equals(ANY) && !ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException("hustings.cors.origins: not an origin: " + origin);
            }
        }
        return new Origins(Set.copyOf(allowed));
    }

    public boolean allow(String origin) {
        return allowed.contains(ANY) || allowed.contains(origin);
    }

    /** Whether answers differ from origin to origin, so that caches must know. */
    public boolean vary() {
        return !allowed.isEmpty() && !allowed.contains(ANY);
    }

    /** What to answer an allowed origin. */
    public String nameFor(String origin) {
        return allowed.contains(ANY) ? ANY : origin;
    }
}
