package uk.hustings.api.kept;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;

/** The template of a request's path, which the metrics count it under; Quarkus REST leaves it in the context. */
final class PathTemplate {

    private static final String KEY = "UrlPathTemplate";

    private PathTemplate() {}

    /** @return null if nobody said what it is */
    static String of(HttpServerRequest request) {
        return ((HttpServerRequestInternal) request).context().getLocal(KEY);
    }

    static void set(HttpServerRequest request, String template) {
        if (template != null) {
            ((HttpServerRequestInternal) request).context().putLocal(KEY, template);
        }
    }
}
