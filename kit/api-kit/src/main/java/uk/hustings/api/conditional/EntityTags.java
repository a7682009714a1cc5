package uk.hustings.api.conditional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Gives every JSON answer to a GET a strong entity tag, answers 304 to a caller who has it, and says who may keep it:
 * anonymous answers anybody for a few seconds, authenticated ones nobody.
 */
public class EntityTags {

    private final ObjectMapper json;

    EntityTags(ObjectMapper json) {
        this.json = json;
    }

    // Lowest priority on the way out: whatever looks at the entity as an object has done so.
    @ServerResponseFilter
    @Priority(1)
    public void tag(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        Object entity = response.getEntity();
        if (!HttpMethod.GET.equals(request.getMethod())
                || response.getStatus() != 200
                || entity == null
                || entity instanceof Multi<?>
                || !MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType())) {
            return;
        }
        boolean anonymous = request.getHeaderString(HttpHeaders.AUTHORIZATION) == null;
        response.getHeaders()
                .putSingle(HttpHeaders.CACHE_CONTROL, anonymous ? "public, max-age=5" : "private, no-store");
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        String body = json.writeValueAsString(entity);
        String tag = tagOf(body);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        if (names(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatus(304);
            response.setEntity(null);
        } else {
            response.setEntity(new RawValue(body));
        }
    }

    static boolean names(String header, String tag) {
        return header != null
                && Arrays.stream(header.split(","))
                        .map(String::strip)
                        .map(named -> named.startsWith("W/") ? named.substring(2) : named)
                        .anyMatch(named -> named.equals(tag) || named.equals("*"));
    }

    static String tagOf(String body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
