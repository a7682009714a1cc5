package uk.hustings.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import uk.hustings.api.sql.DatabaseFailure;

/** Turns whatever failed into a problem. What is not foreseen is logged whole and told without a word of its inside. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Map<Integer, ProblemType> BY_STATUS = Map.of(
            400, ProblemType.BROKEN_BODY,
            404, ProblemType.NOT_FOUND,
            405, ProblemType.METHOD_NOT_ALLOWED,
            406, ProblemType.NOT_ACCEPTABLE,
            413, ProblemType.BODY_TOO_LARGE,
            415, ProblemType.UNSUPPORTED_MEDIA_TYPE);

    @ServerExceptionMapper
    public Response problem(Problem problem) {
        return problem.toResponse();
    }

    /** Token absent. The challenge comes from the mechanism in force. */
    @ServerExceptionMapper(priority = 1)
    public Uni<Response> unauthorized(UnauthorizedException missing, RoutingContext context) {
        return challenged(context, "Send an access token of this realm in the Authorization header.");
    }

    /** Token present and refused. Which of its faults it was stays ours to know. */
    @ServerExceptionMapper(priority = 1)
    public Uni<Response> authenticationFailed(AuthenticationFailedException refused, RoutingContext context) {
        return challenged(context, "The access token is expired, malformed or not meant for this API.");
    }

    /** A permission checker may have said why: then its own words are told. */
    @ServerExceptionMapper(priority = 1)
    public Response forbidden(ForbiddenException refused) {
        return problemIn(refused)
                .orElseGet(() -> ProblemType.FORBIDDEN.because("Ask a national organiser which role this needs."))
                .toResponse();
    }

    @ServerExceptionMapper(priority = 1)
    public Response unreadableJson(MismatchedInputException fault) {
        return BrokenJson.problem(fault, "").toResponse();
    }

    @ServerExceptionMapper(priority = 1)
    public Response constraintViolations(ConstraintViolationException violations) {
        List<FieldError> errors = violations.getConstraintViolations().stream()
                .map(ProblemMappers::fieldError)
                .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
                .toList();
        return ProblemType.INVALID_INPUT
                .because("Mend the fields that are named.")
                .withErrors(errors)
                .toResponse();
    }

    @ServerExceptionMapper
    public Response webApplication(WebApplicationException failure, RoutingContext context) {
        if (failure.getCause() instanceof Problem problem) {
            return problem.toResponse();
        }
        if (failure.getCause() instanceof JsonProcessingException fault) {
            return BrokenJson.problem(fault, "").toResponse();
        }
        int status = failure.getResponse().getStatus();
        if (status < 400) {
            return failure.getResponse();
        }
        String contentType = context.request().getHeader("Content-Type");
        ProblemType type = status == 400 && contentType != null && !contentType.contains("/")
                ? ProblemType.UNSUPPORTED_MEDIA_TYPE
                : BY_STATUS.get(status);
        if (type == null) {
            return unforeseen(failure);
        }
        Response.ResponseBuilder answer =
                Response.fromResponse(type.because(hintFor(type)).toResponse());
        String allowed = failure.getResponse().getHeaderString("Allow");
        return allowed == null
                ? answer.build()
                : answer.header("Allow", allowed).build();
    }

    @ServerExceptionMapper
    public Response unforeseen(Throwable failure) {
        Optional<Problem> problem = problemIn(failure);
        if (problem.isPresent()) {
            return problem.get().toResponse();
        }
        Optional<DatabaseFailure> database = DatabaseFailure.of(failure);
        if (database.isPresent()) {
            LOG.warnf("The database is %s: %s", database.get(), failure);
            return passing(database.get()).toResponse();
        }
        LOG.error("Unforeseen failure", failure);
        return ProblemType.INTERNAL_ERROR
                .because("Nothing was written. Try again; the request id finds the log.")
                .toResponse();
    }

    private static Optional<Problem> problemIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return Optional.of(problem);
            }
        }
        return Optional.empty();
    }

    private static Problem passing(DatabaseFailure failure) {
        return switch (failure) {
            case BUSY ->
                ProblemType.OVERLOADED.because(
                        "The database did not come to this in time; nothing was written. Send it again, a POST with the same"
                                + " Idempotency-Key.");
            case UNREACHABLE ->
                ProblemType.NOT_READY.because(
                        "The database cannot be reached at the moment. Send it again, a POST with the same Idempotency-Key.");
        };
    }

    private static Uni<Response> challenged(RoutingContext context, String detail) {
        Response refusal = ProblemType.UNAUTHENTICATED.because(detail).toResponse();
        HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
        if (authenticator == null) {
            return Uni.createFrom().item(refusal);
        }
        return authenticator.getChallenge(context).map(challenge -> {
            Response.ResponseBuilder answer = Response.fromResponse(refusal);
            if (challenge != null) {
                challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
            }
            return answer.build();
        });
    }

    private static FieldError fieldError(ConstraintViolation<?> violation) {
        // The first two nodes are the method and its parameter; what follows is the caller's own.
        StringBuilder pointer = new StringBuilder();
        StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .skip(isOfMethod(violation.getPropertyPath()) ? 2 : 0)
                .forEach(node -> {
                    if (node.getIndex() != null) {
                        pointer.append('/').append(node.getIndex());
                    }
                    if (node.getName() != null && node.getKind() != ElementKind.CONTAINER_ELEMENT) {
                        pointer.append('/').append(node.getName());
                    }
                });
        Object value = violation.getInvalidValue();
        String was = value instanceof Number || value instanceof Boolean ? ", was " + value : "";
        return FieldError.at(pointer.toString(), violation.getMessage() + was);
    }

    private static boolean isOfMethod(Path path) {
        return path.iterator().next().getKind() == ElementKind.METHOD;
    }

    private static String hintFor(ProblemType type) {
        return switch (type) {
            case NOT_FOUND -> "Nothing is known under this path.";
            case METHOD_NOT_ALLOWED -> "See the API documents at /docs for the methods of this path.";
            case NOT_ACCEPTABLE -> "See the API documents at /docs for the media types of this path.";
            case UNSUPPORTED_MEDIA_TYPE -> "See the API documents at /docs for the content types of this path.";
            case BODY_TOO_LARGE -> "Bodies may have 1 MiB, imports 64 MiB.";
            default -> "The request could not be understood; nothing was written.";
        };
    }
}
