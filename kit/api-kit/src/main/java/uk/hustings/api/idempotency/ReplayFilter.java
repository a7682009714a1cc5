package uk.hustings.api.idempotency;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import uk.hustings.api.limit.BodyLimit;
import uk.hustings.api.problem.ProblemType;

/** Answers a repeated request with what it was answered the first time, before anybody asks for access. */
public class ReplayFilter {

    private static final Pattern KEY = Pattern.compile("[!-~]{1,128}");

    private final KeptReplies replies;
    private final CurrentIdentityAssociation identity;

    ReplayFilter(KeptReplies replies, CurrentIdentityAssociation identity) {
        this.replies = replies;
        this.identity = identity;
    }

    @Idempotent
    @ServerRequestFilter(readBody = true)
    public Uni<Response> replay(ContainerRequestContext request, RoutingContext context) {
        return identity.getDeferredIdentity().chain(caller -> {
            if (caller.isAnonymous()) {
                return Uni.createFrom().nullItem();
            }
            String key = request.getHeaderString("Idempotency-Key");
            if (key == null || !KEY.matcher(key).matches()) {
                throw ProblemType.IDEMPOTENCY_KEY_REQUIRED.because(
                        "Send an Idempotency-Key header of 1 to 128 visible ASCII characters, new for each new request.");
            }
            KeyedRequest keyed = new KeyedRequest(
                    caller.getPrincipal().getName(),
                    request.getMethod() + " " + request.getUriInfo().getPath(),
                    key,
                    digestOf(request));
            context.put(KeptReplies.REQUEST, keyed);
            return replies.find(keyed).map(kept -> kept == null ? null : kept.toResponse());
        });
    }

    private static String digestOf(ContainerRequestContext request) {
        try {
            byte[] body = request.getEntityStream().readAllBytes();
            String path = request.getUriInfo().getPath();
            // A body that did not say its length is known to be too large only now.
            if (body.length > BodyLimit.limitFor(path)) {
                throw BodyLimit.tooLarge(path);
            }
            request.setEntityStream(new ByteArrayInputStream(body));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
