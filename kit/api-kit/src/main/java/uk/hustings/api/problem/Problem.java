package uk.hustings.api.problem;

import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A named failure on its way to the caller; thrown, or carried by a failed {@code Uni}. */
public final class Problem extends RuntimeException {

    /** The media type of every failure. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** When a request that is refused for now may be sent again: the value of {@code Retry-After}. */
    public static final String RETRY_SECONDS = "1";

    private final transient ProblemType type;
    private final transient List<FieldError> errors = new ArrayList<>();
    private final transient Map<String, Object> facts = new LinkedHashMap<>();

    Problem(ProblemType type, String detail) {
        // A refusal is an answer, not a crash: no stack trace to fill and none to leak.
        super(detail, null, false, false);
        this.type = type;
    }

    public ProblemType type() {
        return type;
    }

    /** Adds a fact in a field of its own, beside the standard ones. */
    public Problem with(String name, Object value) {
        facts.put(name, value);
        return this;
    }

    public Problem withErrors(List<FieldError> faults) {
        errors.addAll(faults);
        return this;
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** The members of the problem document in the order in which they are written. */
    public Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type.uri());
        body.put("title", type.title());
        body.put("status", type.status());
        body.put("detail", getMessage());
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        body.putAll(facts);
        return body;
    }

    /** The HTTP answer; one that asks for patience says how long. */
    public Response toResponse() {
        Response.ResponseBuilder answer = Response.status(type.status())
                .type(MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .entity(body());
        if (retryAfterSeconds() > 0) {
            answer.header("Retry-After", retryAfterSeconds());
        }
        return answer.build();
    }

    /** What {@code Retry-After} says; 0 if trying again later makes no difference. */
    public int retryAfterSeconds() {
        return type.asksForPatience() ? Integer.parseInt(RETRY_SECONDS) : 0;
    }
}
