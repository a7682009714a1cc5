package uk.hustings.api.conditional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import uk.hustings.api.export.CsvFile;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.response.PacedBody;
import uk.hustings.api.response.PacedResponses;

/**
 * Gives every JSON and CSV answer to a GET a strong entity tag, answers 304 to a caller who has it, says who may keep
 * it (anonymous answers anybody for a few seconds, authenticated ones nobody), and keeps public ones in a service that
 * does so. Files are not kept, and those that are read from the database have no tag: nobody has read them whole before
 * they are sent. Large bodies are sent at the pace of the client.
 */
public class EntityTags {

    private final ObjectMapper json;
    private final PacedResponses responses;

    EntityTags(ObjectMapper json, PacedResponses responses) {
        this.json = json;
        this.responses = responses;
    }

    // Lowest priority on the way out: whatever looks at the entity as an object has done so.
    @ServerResponseFilter
    @Priority(1)
    public void tag(ContainerRequestContext request, ContainerResponseContext response, RoutingContext context)
            throws JsonProcessingException {
        boolean tagged = HttpMethod.GET.equals(request.getMethod()) && response.getStatus() == 200;
        if (response.getEntity() instanceof CsvFile file) {
            send(tagged ? tagFile(request, response, file) : file.body(), response, context);
            return;
        }
        byte[] body = tagged ? bytesOf(response) : null;
        if (body != null) {
            tagBytes(request, response, context, body);
        }
    }

    /** @return null if the caller has it */
    private static PacedBody tagFile(ContainerRequestContext request, ContainerResponseContext response, CsvFile file) {
        sayWhoMayKeep(request, response);
        if (file.source() == CsvFile.Source.DATABASE) {
            return file.body();
        }
        EntityTag digest = new EntityTag();
        file.slices().subscribe().with(digest::add);
        return isKnown(digest.value(), request, response) ? null : file.body(digest.length());
    }

    private void tagBytes(
            ContainerRequestContext request, ContainerResponseContext response, RoutingContext context, byte[] body) {
        Optional<AnswerKeeper> keeper = isAnonymous(request) ? AnswerKeeper.of(context) : Optional.empty();
        String tag = EntityTag.of(body);
        sayWhoMayKeep(request, response);
        if (isKnown(tag, request, response)) {
            response.setEntity(null);
            keeper.ifPresent(waiting -> waiting.keepNotModified(tag));
            return;
        }
        byte[] encoded = keeper.map(waiting -> waiting.encoded(body)).orElse(body);
        keeper.ifPresent(waiting -> {
            waiting.coding().ifPresent(coding -> response.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, coding));
            waiting.keep(tag, encoded);
        });
        if (encoded.length <= PacedBody.SMALL_BYTES) {
            response.setEntity(encoded);
        } else {
            send(PacedBody.of(Buffer.buffer(encoded)), response, context);
        }
    }

    /** @param body null for none */
    private void send(PacedBody body, ContainerResponseContext response, RoutingContext context) {
        response.setEntity(body);
        if (body == null) {
            return;
        }
        try {
            responses.reserve(context, body);
        } catch (Problem refusal) {
            Response instead = refusal.toResponse();
            response.getHeaders().clear();
            response.getHeaders().putAll(instead.getHeaders());
            response.setStatus(instead.getStatus());
            response.setEntity(instead.getEntity(), null, instead.getMediaType());
        }
    }

    private static void sayWhoMayKeep(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders()
                .putSingle(HttpHeaders.CACHE_CONTROL, isAnonymous(request) ? "public, max-age=5" : "private, no-store");
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION + ", " + HttpHeaders.ACCEPT_ENCODING);
    }

    private static boolean isKnown(String tag, ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        if (!EntityTag.isNamedIn(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            return false;
        }
        response.setStatus(304);
        return true;
    }

    private static boolean isAnonymous(ContainerRequestContext request) {
        return request.getHeaderString(HttpHeaders.AUTHORIZATION) == null;
    }

    /** @return null if the answer has no tag */
    private byte[] bytesOf(ContainerResponseContext response) throws JsonProcessingException {
        Object entity = response.getEntity();
        if (entity == null
                || entity instanceof Multi<?>
                || !MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType())) {
            return null;
        }
        return entity instanceof byte[] bytes ? bytes : json.writeValueAsBytes(entity);
    }
}
