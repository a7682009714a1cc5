package uk.hustings.gateway.docs;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The merged document for people: Swagger UI from its own files, with nothing fetched from elsewhere. */
@Singleton
class ApiBrowser {

    private static final String LIBRARY = "/META-INF/resources/openapi-ui/";
    private static final String OURS = "/browser/";
    private static final String REDIRECT = "oauth2-redirect.html";

    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "swagger-ui.css",
            "text/css; charset=utf-8",
            "swagger-ui-bundle.js",
            "text/javascript; charset=utf-8",
            REDIRECT,
            "text/html; charset=utf-8");

    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final DocsConfig config;
    private final String policy;

    ApiBrowser(DocsConfig config) {
        this.config = config;
        URI issuer = config.issuer();
        this.policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                + " connect-src 'self' %s://%s; frame-ancestors 'none'"
                        .formatted(issuer.getScheme(), issuer.getRawAuthority());
    }

    void sendStart(RoutingContext context) {
        pages.computeIfAbsent("", start -> Page.of("text/html; charset=utf-8", read(OURS + "index.html"))
                        .withPolicy(policy))
                .send(context);
    }

    void sendFile(RoutingContext context) {
        String name = context.pathParam("file");
        if (name.equals("start.js")) {
            pages.computeIfAbsent(name, script -> script()).send(context);
        } else if (CONTENT_TYPES.containsKey(name)) {
            pages.computeIfAbsent(name, this::file).send(context);
        } else {
            context.fail(404);
        }
    }

    private Page script() {
        String script = new String(read(OURS + "start.js"), StandardCharsets.UTF_8);
        return Page.of("text/javascript; charset=utf-8", script.replace("LOGIN_CLIENT", config.loginClient()));
    }

    private Page file(String name) {
        Page page = Page.of(CONTENT_TYPES.get(name), read(LIBRARY + name));
        // The library's own page hands the code back to the one that opened it, in a script inside the page.
        return name.equals(REDIRECT) ? page.withPolicy("default-src 'none'; script-src 'unsafe-inline'") : page;
    }

    private static byte[] read(String resource) {
        try (InputStream in = ApiBrowser.class.getResourceAsStream(resource)) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
