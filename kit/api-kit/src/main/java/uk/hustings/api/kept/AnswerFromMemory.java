package uk.hustings.api.kept;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import uk.hustings.api.conditional.EntityTag;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.response.PacedBody;
import uk.hustings.api.response.PacedResponses;
import uk.hustings.api.response.ProblemResponse;

/** Answers an anonymous GET whose answer is kept; all other requests go their way. */
final class AnswerFromMemory implements Handler<RoutingContext> {

    private final KeptAnswers answers;
    private final Edition editions;
    private final PacedResponses responses;

    AnswerFromMemory(KeptAnswers answers, Edition editions, PacedResponses responses) {
        this.answers = answers;
        this.editions = editions;
        this.responses = responses;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<?> edition = isPublicRead(request) ? editions.current() : Optional.empty();
        if (edition.isEmpty()) {
            context.next();
            return;
        }
        Coding coding = Coding.acceptedBy(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        Asked asked = new Asked(request.uri(), request.getHeader(HttpHeaders.ACCEPT), Asked.Form.in(coding));
        KeptAnswer kept = find(asked, edition.get(), request.getHeader(HttpHeaders.IF_NONE_MATCH));
        if (kept == null) {
            new Keeping(context, answers, editions, edition.get(), asked, coding).begin();
            context.next();
        } else {
            PathTemplate.set(request, kept.pathTemplate());
            send(kept, context);
        }
    }

    private void send(KeptAnswer kept, RoutingContext context) {
        if (kept.body().length() <= PacedBody.SMALL_BYTES) {
            kept.send(context.response());
            return;
        }
        PacedBody body = PacedBody.of(kept.body());
        try {
            responses.reserve(context, body);
        } catch (Problem refusal) {
            ProblemResponse.send(context, refusal);
            return;
        }
        kept.setHead(context.response());
        responses.send(context, body);
    }

    private KeptAnswer find(Asked asked, Object edition, String known) {
        if (known == null) {
            return answers.find(asked, edition);
        }
        KeptAnswer unchanged = answers.find(asked.in(Asked.Form.NOT_MODIFIED), edition);
        if (unchanged != null && EntityTag.isNamedIn(known, unchanged.tag())) {
            return unchanged;
        }
        KeptAnswer whole = answers.find(asked, edition);
        return whole == null || EntityTag.isNamedIn(known, whole.tag()) ? null : whole;
    }

    /** A GET with a body is left to those who read bodies. */
    private static boolean isPublicRead(HttpServerRequest request) {
        return request.method() == HttpMethod.GET
                && !request.headers().contains(HttpHeaders.AUTHORIZATION)
                && !request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                && hasNoLength(request.getHeader(HttpHeaders.CONTENT_LENGTH));
    }

    /** Some clients say of a GET that its body has no bytes. */
    private static boolean hasNoLength(String contentLength) {
        return contentLength == null || contentLength.equals("0");
    }
}
