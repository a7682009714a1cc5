package uk.hustings.api.kept;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import uk.hustings.api.conditional.AnswerKeeper;

/** A public request that no kept answer was found for: keeps what it is answered, as it goes out. */
final class Keeping implements AnswerKeeper {

    private record Handed(int status, String tag, Buffer body) {}

    private final RoutingContext context;
    private final KeptAnswers answers;
    private final Edition editions;
    private final Object edition;
    private final Asked asked;
    private final Coding accepted;
    private Handed handed;

    /** @param edition as it was when the request came in */
    Keeping(
            RoutingContext context,
            KeptAnswers answers,
            Edition editions,
            Object edition,
            Asked asked,
            Coding accepted) {
        this.context = context;
        this.answers = answers;
        this.editions = editions;
        this.edition = edition;
        this.asked = asked;
        this.accepted = accepted;
    }

    void begin() {
        awaitAnswerOf(context);
        // These handlers run last first: REST, which comes after us, will have written its headers by then.
        context.addHeadersEndHandler(going -> keep(context.response()));
    }

    @Override
    public Optional<String> coding() {
        return accepted.header();
    }

    @Override
    public byte[] encoded(byte[] body) {
        return accepted.encode(body);
    }

    @Override
    public void keep(String tag, Buffer encoded) {
        handed = new Handed(200, tag, encoded);
    }

    @Override
    public void keepNotModified(String tag) {
        handed = new Handed(304, tag, Buffer.buffer());
    }

    private void keep(HttpServerResponse response) {
        if (handed == null || !isAsHanded(response) || response.headers().contains(HttpHeaders.SET_COOKIE)) {
            return;
        }
        // Made while the facts changed, it may be of neither edition.
        if (editions.current().filter(edition::equals).isPresent()) {
            answers.keep(
                    handed.status == 304 ? asked.in(Asked.Form.NOT_MODIFIED) : asked,
                    new KeptAnswer(
                            edition,
                            handed.status,
                            handed.tag,
                            KeptAnswer.headersOf(response.headers()),
                            handed.body,
                            PathTemplate.of(context.request())));
        }
    }

    private boolean isAsHanded(HttpServerResponse response) {
        String length = response.headers().get(HttpHeaders.CONTENT_LENGTH);
        return response.getStatusCode() == handed.status
                && (handed.status == 304 || String.valueOf(handed.body.length()).equals(length));
    }
}
