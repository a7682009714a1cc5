package uk.hustings.gateway.docs;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import uk.hustings.api.problem.ProblemType;

/** The page to which each problem's type leads: what it means and what to do, for people and for their tools. */
@Singleton
class ProblemPages {

    private static final String HTML = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%s</title>
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 46rem; padding: 0 1rem }
            pre { background: #f4f4f4; overflow-x: auto; padding: 1rem }
            code { font-size: .9rem }
            </style>
            </head>
            <body>
            %s<p><a href="/problems">All problems</a></p>
            </body>
            </html>
            """;

    private final Map<String, Page> html = new HashMap<>();
    private final Map<String, Page> markdown = new HashMap<>();
    private final Page index = Page.of("application/json", list().encodePrettily());

    ProblemPages() {
        Parser parser = Parser.builder().build();
        HtmlRenderer renderer =
                HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
        for (ProblemType type : ProblemType.values()) {
            String source = sourceOf(type.slug());
            markdown.put(type.slug(), Page.of("text/markdown; charset=utf-8", source));
            html.put(
                    type.slug(),
                    Page.of(
                            "text/html; charset=utf-8",
                            HTML.formatted(type.title(), renderer.render(parser.parse(source)))));
        }
    }

    /** All problems there are, as JSON. */
    void sendIndex(RoutingContext context) {
        index.send(context);
    }

    /** The page of one, as Markdown for who asks for that, otherwise as HTML. */
    void send(RoutingContext context) {
        String accepted = context.request().getHeader(HttpHeaders.ACCEPT);
        Page page = (accepted != null && accepted.contains("text/markdown") ? markdown : html)
                .get(context.pathParam("slug"));
        if (page == null) {
            context.fail(404);
        } else {
            page.send(context);
        }
    }

    private static JsonObject list() {
        JsonArray items = new JsonArray();
        for (ProblemType type : ProblemType.values()) {
            items.add(new JsonObject()
                    .put("type", type.uri())
                    .put("status", type.status())
                    .put("title", type.title()));
        }
        return new JsonObject().put("items", items).putNull("next");
    }

    private static String sourceOf(String slug) {
        try (InputStream in = ProblemPages.class.getResourceAsStream("/problems/" + slug + ".md")) {
            if (in == null) {
                throw new IllegalStateException("docs/problems/" + slug + ".md is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
