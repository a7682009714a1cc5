package uk.hustings.api.conditional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.io.UncheckedIOException;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import uk.hustings.api.computation.Shared;
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

    /** By identity, for as long as the answers themselves are kept. */
    private final Cache<Object, EncodedBody> shared =
            Caffeine.newBuilder().weakKeys().build();

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
        EncodedBody body = tagged ? encoded(response) : null;
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
            ContainerRequestContext request,
            ContainerResponseContext response,
            RoutingContext context,
            EncodedBody body) {
        AnswerKeeper keeper = isAnonymous(request) ? AnswerKeeper.of(context).orElse(null) : null;
        sayWhoMayKeep(request, response);
        boolean isKnown = isKnown(body.tag(), request, response);
        Buffer bytes = isKnown ? null : body.bytesFor(keeper);
        if (keeper != null && isKnown) {
            keeper.keepNotModified(body.tag());
        } else if (keeper != null) {
            keeper.coding().ifPresent(coding -> response.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, coding));
            keeper.keep(body.tag(), bytes);
        }
        if (isKnown) {
            response.setEntity(null);
        } else if (bytes.length() <= PacedBody.SMALL_BYTES) {
            response.setEntity(bytes.getBytes());
        } else {
            send(PacedBody.of(bytes), response, context);
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
    private EncodedBody encoded(ContainerResponseContext response) throws JsonProcessingException {
        Object entity = response.getEntity();
        if (entity == null
                || entity instanceof Multi<?>
                || !MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType())) {
            return null;
        }
        if (entity instanceof Shared) {
            return shared.get(entity, whole -> new EncodedBody(written(whole)));
        }
        return new EncodedBody(entity instanceof byte[] bytes ? bytes : json.writeValueAsBytes(entity));
    }

    private byte[] written(Object entity) {
        try {
            return json.writeValueAsBytes(entity);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
