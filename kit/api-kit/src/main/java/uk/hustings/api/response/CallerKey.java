package uk.hustings.api.response;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Who a request counts for: the subject of its token, once that has been checked, or else the address that it comes from. */
@Singleton
class CallerKey {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final boolean trustForwardedFor;

    CallerKey(ResponseLimitsConfig config) {
        this.trustForwardedFor = config.trustForwardedFor();
    }

    String of(RoutingContext context) {
        if (context.user() instanceof QuarkusHttpUser user
                && !user.getSecurityIdentity().isAnonymous()) {
            return "subject " + user.getSecurityIdentity().getPrincipal().getName();
        }
        return "address " + addressOf(context.request());
    }

    private String addressOf(HttpServerRequest request) {
        String forwarded = trustForwardedFor ? request.getHeader(FORWARDED_FOR) : null;
        if (forwarded != null) {
            // What stands before the last comma was sent by the client itself.
            return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        }
        return request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
    }
}
