package uk.hustings.api.limit;

import io.netty.handler.codec.http.HttpHeaders;

/** Headers that an answer of {@link RequestGuard} must have beside its own. */
@FunctionalInterface
public interface AnswerHeaders {

    /** @param request headers of the request that is refused; empty if they did not arrive */
    void addTo(HttpHeaders answer, HttpHeaders request);
}
