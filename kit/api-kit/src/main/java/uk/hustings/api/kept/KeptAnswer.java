package uk.hustings.api.kept;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One answer as it went out, ready to go out again.
 *
 * @param edition what it was made from
 * @param tag its entity tag, with the quotes
 * @param body encoded; empty if nothing has changed
 * @param pathTemplate for the metrics; null if not known
 */
record KeptAnswer(Object edition, int status, String tag, List<Header> headers, Buffer body, String pathTemplate) {

    /** Name and value in the form that is quickest to write. */
    record Header(CharSequence name, CharSequence value) {}

    /** Belong to one connection or to one caller. */
    private static final Set<String> NOT_KEPT = Set.of("connection", "keep-alive", "date", "transfer-encoding");

    private static final int HEADER_WEIGHT = 150;
    private static final int OWN_WEIGHT = 400;

    static List<Header> headersOf(MultiMap sent) {
        List<Header> headers = new ArrayList<>();
        for (Map.Entry<String, String> header : sent) {
            if (!NOT_KEPT.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                headers.add(new Header(
                        HttpHeaders.createOptimized(header.getKey()), HttpHeaders.createOptimized(header.getValue())));
            }
        }
        return List.copyOf(headers);
    }

    void send(HttpServerResponse response) {
        setHead(response);
        response.end(body);
    }

    /** Status and headers, as they went out before. */
    void setHead(HttpServerResponse response) {
        MultiMap sent = response.headers();
        // What earlier handlers put there is among the kept headers too.
        sent.clear();
        for (Header header : headers) {
            sent.add(header.name, header.value);
        }
        response.setStatusCode(status);
    }

    /** Bytes that it takes in memory, roughly. */
    int weight() {
        return OWN_WEIGHT + HEADER_WEIGHT * headers.size() + body.length();
    }
}
