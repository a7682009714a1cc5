package uk.hustings.api.idempotency;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import uk.hustings.api.limit.BodyLimit;
import uk.hustings.api.problem.ProblemMappers;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.spool.HeldBody;
import uk.hustings.api.spool.Inflow;
import uk.hustings.api.spool.SpooledBody;

/** Tells one request from another, and has a repeated one that fails answered with what it was answered the first time. */
public class ReplayFilter {

    private static final int FAILURE = 400;
    private static final Pattern KEY = Pattern.compile("[!-~]{1,128}");

    private final KeptReplies replies;
    private final CurrentIdentityAssociation identity;
    private final HeldBody held;
    private final ProblemMappers problems;

    ReplayFilter(KeptReplies replies, CurrentIdentityAssociation identity, HeldBody held, ProblemMappers problems) {
        this.replies = replies;
        this.identity = identity;
        this.held = held;
        this.problems = problems;
    }

    /**
     * Takes the body of an import, or of whatever asks for a {@link SpooledBody}, to the disk while it arrives, before
     * anything else of the framework's would take it to memory.
     */
    @Idempotent
    @ServerRequestFilter(nonBlocking = true, priority = Priorities.HEADER_DECORATOR)
    public Uni<Void> spool(ContainerRequestContext request, SimpleResourceInfo operation, RoutingContext context) {
        String path = request.getUriInfo().getPath();
        if (!BodyLimit.isImport(path) && !List.of(operation.parameterTypes()).contains(SpooledBody.class)) {
            return Uni.createFrom().nullItem();
        }
        return identity.getDeferredIdentity()
                .invoke(caller -> {
                    if (caller.isAnonymous()) {
                        throw new UnauthorizedException();
                    }
                    // Who forgot the key need not send all of the body to hear of it.
                    keyOf(request);
                })
                .chain(() -> Inflow.of(context, path))
                .invoke(body -> {
                    held.hold(body);
                    request.setEntityStream(body.open());
                })
                .replaceWithVoid();
    }

    @Idempotent
    @ServerRequestFilter(readBody = true)
    public Uni<Void> identify(ContainerRequestContext request, RoutingContext context) {
        return identity.getDeferredIdentity()
                .invoke(caller -> {
                    if (!caller.isAnonymous()) {
                        context.put(
                                KeptReplies.REQUEST, keyed(caller.getPrincipal().getName(), request));
                    }
                })
                .replaceWithVoid();
    }

    /**
     * Puts the answer that the same request got before in the place of a refusal or failure; a refusal whose caller may
     * have been answered otherwise, but nobody can tell at the moment, is not given. A request that comes as far as its work
     * is given the answer there; nobody else pays for looking.
     */
    @Idempotent
    @ServerResponseFilter
    public Uni<Void> replay(ContainerResponseContext response, RoutingContext context) {
        KeyedRequest request = context.get(KeptReplies.REQUEST);
        if (request == null || response.getStatus() < FAILURE) {
            return Uni.createFrom().nullItem();
        }
        return replies.find(request)
                .map(kept -> kept == null ? null : kept.toResponse())
                .onFailure()
                .recoverWithItem(problems::unforeseen)
                .onItem()
                .ifNotNull()
                .invoke(answer -> put(answer, response))
                .replaceWithVoid();
    }

    private static void put(Response answer, ContainerResponseContext response) {
        response.setStatus(answer.getStatus());
        response.getHeaders().clear();
        response.getHeaders().putAll(answer.getHeaders());
        response.setEntity(answer.getEntity(), new Annotation[0], answer.getMediaType());
    }

    private KeyedRequest keyed(String caller, ContainerRequestContext request) {
        return new KeyedRequest(
                caller,
                request.getMethod() + " " + request.getUriInfo().getPath(),
                keyOf(request),
                held.body().map(SpooledBody::digest).orElseGet(() -> digestOf(request)) + queryOf(request));
    }

    /** What a query says is sent as much as a body. */
    private static String queryOf(ContainerRequestContext request) {
        String query = request.getUriInfo().getRequestUri().getRawQuery();
        return query == null ? "" : "?" + query;
    }

    private static String keyOf(ContainerRequestContext request) {
        String key = request.getHeaderString("Idempotency-Key");
        if (key == null || !KEY.matcher(key).matches()) {
            throw ProblemType.IDEMPOTENCY_KEY_REQUIRED.because(
                    "Send an Idempotency-Key header of 1 to 128 visible ASCII characters, new for each new request.");
        }
        return key;
    }

    /** An operation that takes no body has none read, and its path says all; to read one here would block. */
    private static String digestOf(ContainerRequestContext request) {
        InputStream entity = request.getEntityStream();
        try {
            byte[] body = entity instanceof ByteArrayInputStream ? entity.readAllBytes() : new byte[0];
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
