package uk.hustings.api.conditional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Gives every JSON and CSV answer to a GET a strong entity tag, answers 304 to a caller who has it, says who may keep
 * it (anonymous answers anybody for a few seconds, authenticated ones nobody), and keeps public ones in a service that
 * does so.
 */
public class EntityTags {

    private static final MediaType CSV = new MediaType("text", "csv");

    private final ObjectMapper json;

    EntityTags(ObjectMapper json) {
        this.json = json;
    }

    // Lowest priority on the way out: whatever looks at the entity as an object has done so.
    @ServerResponseFilter
    @Priority(1)
    public void tag(ContainerRequestContext request, ContainerResponseContext response, RoutingContext context)
            throws JsonProcessingException {
        byte[] body =
                HttpMethod.GET.equals(request.getMethod()) && response.getStatus() == 200 ? bytesOf(response) : null;
        if (body == null) {
            return;
        }
        boolean anonymous = request.getHeaderString(HttpHeaders.AUTHORIZATION) == null;
        Optional<AnswerKeeper> keeper = anonymous ? AnswerKeeper.of(context) : Optional.empty();
        String tag = EntityTag.of(body);
        response.getHeaders()
                .putSingle(HttpHeaders.CACHE_CONTROL, anonymous ? "public, max-age=5" : "private, no-store");
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION + ", " + HttpHeaders.ACCEPT_ENCODING);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        if (EntityTag.isNamedIn(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatus(304);
            response.setEntity(null);
            keeper.ifPresent(waiting -> waiting.keepNotModified(tag));
        } else if (keeper.isEmpty()) {
            response.setEntity(body);
        } else {
            byte[] encoded = keeper.get().encoded(body);
            keeper.get().coding().ifPresent(coding -> response.getHeaders()
                    .putSingle(HttpHeaders.CONTENT_ENCODING, coding));
            response.setEntity(encoded);
            keeper.get().keep(tag, encoded);
        }
    }

    /** @return null if the answer has no tag */
    private byte[] bytesOf(ContainerResponseContext response) throws JsonProcessingException {
        Object entity = response.getEntity();
        if (entity == null || entity instanceof Multi<?>) {
            return null;
        }
        boolean csv = CSV.isCompatible(response.getMediaType());
        if (!csv && !MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType())) {
            return null;
        }
        if (entity instanceof byte[] bytes) {
            return bytes;
        }
        if (csv) {
            return entity instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : null;
        }
        return json.writeValueAsBytes(entity);
    }
}
