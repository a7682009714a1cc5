package uk.hustings.api.problem;

import java.util.Locale;

/**
 * The catalogue of failures. The slug of each is stable and resolves to a page of the docs
 * ({@code docs/problems/<slug>.md}, served at {@code /problems/<slug>}).
 */
public enum ProblemType {
    ACCOUNTS_UNAVAILABLE(503, "Accounts cannot be read or changed at the moment"),
    ALREADY_RECORDED(409, "This is recorded already, with other content"),
    BAD_PATH(400, "The path is not one that this API accepts"),
    BODY_TOO_LARGE(413, "The body is larger than this operation accepts"),
    BROKEN_BODY(400, "The body cannot be read"),
    CURSOR_REFUSED(400, "The cursor does not belong to this list"),
    EVIDENCE_NOT_COMPARABLE(409, "This evidence cannot be compared or averaged"),
    EVIDENCE_TOO_THIN(409, "There is too little evidence for an answer"),
    FORBIDDEN(403, "Your roles do not allow this"),
    IDEMPOTENCY_KEY_IN_FLIGHT(409, "A request with this Idempotency-Key is still being worked on"),
    IDEMPOTENCY_KEY_REQUIRED(400, "This operation needs an Idempotency-Key"),
    IDEMPOTENCY_KEY_REUSED(422, "This Idempotency-Key was used for another body"),
    INTERNAL_ERROR(500, "Something failed on our side"),
    INVALID_INPUT(422, "Some of what was sent cannot be accepted"),
    INVALID_PARAMETER(400, "A parameter of the request cannot be accepted"),
    JUDGE_CONCERNED(403, "An appeal is judged by somebody who is not concerned"),
    LOCKS_STALE(503, "It cannot be told at the moment which seats are locked"),
    METHOD_NOT_ALLOWED(405, "This method is not offered here"),
    NOT_ACCEPTABLE(406, "The answer cannot be given in a form that you accept"),
    NOT_FOUND(404, "There is nothing here"),
    NOT_READY(503, "The service is not ready to answer this yet"),
    OVERLOADED(503, "Too much is under way at the moment"),
    PARTY_LOCKED(403, "The local party is locked out of this seat"),
    PRECONDITION_FAILED(412, "This has changed since you read it"),
    PRECONDITION_REQUIRED(428, "Say which state you want to change"),
    REQUEST_TIMEOUT(408, "The request did not arrive in time"),
    SEAT_OUT_OF_REACH(403, "None of your roles reaches this seat"),
    SECOND_LOCAL_PARTY(409, "The account belongs to a local party already"),
    SECOND_PERSON_REQUIRED(403, "Nobody adds to their own rights: a second person is needed"),
    SHARES_OFF_SUM(422, "Shares of a question add up to less than 98 or more than 102"),
    SPENDING_LIMIT_EXCEEDED(409, "This would exceed the legal spending limit of the seat"),
    STATE_CONFLICT(409, "The present state does not allow this"),
    TOO_MANY_REQUESTS(429, "You have too much under way at the moment"),
    TREND_NEEDS_TWO_WAVES(409, "A trend needs two waves of the same poll"),
    TWO_LOCAL_PARTIES(403, "The account belongs to more than one local party"),
    UNAUTHENTICATED(401, "A valid access token is required"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's content type is not accepted here"),
    UPSTREAM_TIMEOUT(504, "A service behind the gateway did not answer in time"),
    UPSTREAM_UNAVAILABLE(503, "A service behind the gateway cannot be reached"),
    WIDER_ROLES(409, "An account with wider roles cannot belong to a local party"),
    WIDER_THAN_LOCAL_PARTY(403, "The account's roles reach beyond a local party");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** Whether the same request may succeed in a moment: its answer has a {@code Retry-After}. */
    public boolean asksForPatience() {
        return status == 429 || status == 503 || this == IDEMPOTENCY_KEY_IN_FLIGHT;
    }

    /** The last part of the type's URI, for example {@code party-locked}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The relative URI that identifies the problem, for example {@code /problems/party-locked}. */
    public String uri() {
        return "/problems/" + slug();
    }

    /**
     * A failure of this type.
     *
     * @param detail what helps this caller mend it: which field, which figure, what was expected
     */
    public Problem because(String detail) {
        return new Problem(this, detail);
    }
}
