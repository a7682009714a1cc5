package uk.hustings.gateway.routes;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Headers that are meant for one connection only and must not travel further (RFC 9110, 7.6.1). */
final class HopHeaders {

    private static final List<String> HOP_BY_HOP = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade");
    // A caller who names these as its connection's own would strip what the gateway answers for.
    private static final Set<String> NEVER_NAMED = Set.of("authorization", "content-length", "host");

    private HopHeaders() {}

    /** Removes them, and those that the Connection header names. */
    static void removeFrom(MultiMap headers) {
        List<String> named = new ArrayList<>();
        for (String connection : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String name : connection.split(",")) {
                named.add(name.strip());
            }
        }
        named.stream()
                .filter(name -> !name.isEmpty() && !NEVER_NAMED.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(headers::remove);
        HOP_BY_HOP.forEach(headers::remove);
    }

    /**
     * Makes the framing of an answer fit its status: what has no body has no length of one and no chunks, and an
     * encoding is named once.
     */
    static void mendFraming(int status, MultiMap headers) {
        if (status == 304 || status == 204) {
            headers.remove(HttpHeaders.TRANSFER_ENCODING);
            headers.remove(HttpHeaders.CONTENT_LENGTH);
        }
        List<String> encodings = headers.getAll(HttpHeaders.CONTENT_ENCODING);
        if (!encodings.isEmpty()) {
            Set<String> once = new LinkedHashSet<>(encodings);
            once.remove("identity");
            headers.remove(HttpHeaders.CONTENT_ENCODING);
            if (!once.isEmpty() && status != 304) {
                headers.set(HttpHeaders.CONTENT_ENCODING, String.join(", ", once));
            }
        }
    }
}
