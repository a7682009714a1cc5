package uk.hustings.api.idempotency;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/**
 * An answer as it was first given.
 *
 * @param status HTTP status, 2xx
 * @param location path of what was made; null if nothing has one
 * @param body JSON
 * @param replayed whether this is the answer of an earlier request
 */
public record Reply(int status, URI location, String body, boolean replayed) {

    /** The HTTP answer; a repeated one says so in {@code Idempotency-Replayed}. */
    public Response toResponse() {
        Response.ResponseBuilder answer =
                Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body);
        answer.header("Cache-Control", "private, no-store");
        if (location != null) {
            answer.header("Location", location.toString());
        }
        if (replayed) {
            answer.header("Idempotency-Replayed", "true");
        }
        return answer.build();
    }
}
