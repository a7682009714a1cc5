package uk.hustings.gateway.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import uk.hustings.gateway.edge.domain.Origins;
import uk.hustings.gateway.edge.domain.RequestId;

/** What stands on every answer, whoever wrote it: the request's id, and which web pages may read it. */
@Singleton
public class Letterhead {

    public static final String REQUEST_ID = "X-Request-Id";

    private static final String EXPOSED = "ETag, Link, Location, Retry-After, Idempotency-Replayed, " + REQUEST_ID;
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String HEADERS =
            "Accept, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match," + " Last-Event-ID, "
                    + REQUEST_ID;
    private static final String PREFLIGHT_SECONDS = "600";

    private final Origins origins;

    Letterhead(CorsConfig config) {
        origins = Origins.of(config.origins().orElse(List.of()));
    }

    /** The id that {@link #put} gave to this request. */
    public static String requestIdOf(RoutingContext context) {
        return context.get(REQUEST_ID);
    }

    /** Sees to it that the answer, when its time comes, bears the letterhead. */
    void put(RoutingContext context) {
        if (requestIdOf(context) != null) {
            return;
        }
        String id = idFor(context.request().getHeader(REQUEST_ID));
        context.put(REQUEST_ID, id);
        context.addHeadersEndHandler(written ->
                write(context.response().headers(), id, context.request().getHeader(HttpHeaders.ORIGIN)));
    }

    /** The same for an answer that is given before the request has become one of the router's. */
    void put(MultiMap request, BiConsumer<String, String> answer) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        write(headers, idFor(request.get(REQUEST_ID)), request.get(HttpHeaders.ORIGIN));
        headers.forEach(answer);
    }

    private static String idFor(String offered) {
        return RequestId.keep(offered, UUID.randomUUID().toString());
    }

    private void write(MultiMap headers, String id, String origin) {
        headers.set(REQUEST_ID, id);
        headers.set("X-Content-Type-Options", "nosniff");
        allowReading(origin, headers);
    }

    /** Whether a browser asks on behalf of a page if it may ask. */
    boolean isPreflight(HttpServerRequest request) {
        return request.method() == HttpMethod.OPTIONS
                && request.headers().contains(HttpHeaders.ORIGIN)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }

    /** A page of an origin that is not allowed gets the same answer without the permission. */
    void answerPreflight(RoutingContext context) {
        if (origins.allow(context.request().getHeader(HttpHeaders.ORIGIN))) {
            context.response()
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, PREFLIGHT_SECONDS);
        }
        context.response().setStatusCode(204).end();
    }

    private void allowReading(String origin, MultiMap headers) {
        if (origins.vary()) {
            headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
        if (origin != null && origins.allow(origin)) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origins.nameFor(origin));
            headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        }
    }
}
