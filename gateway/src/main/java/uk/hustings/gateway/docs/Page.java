package uk.hustings.gateway.docs;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.gateway.edge.Answers;

/** Something ready to be read: its bytes, plain and compressed, and the tag by which a reader knows it again. */
final class Page {

    /** For what is shown in a browser and needs nothing from anywhere else. */
    static final String SELF_CONTAINED = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private static final String GZIP = "gzip";

    private final String contentType;
    private final String policy;
    private final Buffer plain;
    private final Buffer compressed;
    private final String tag;

    private Page(String contentType, String policy, byte[] bytes) {
        this.contentType = contentType;
        this.policy = policy;
        this.plain = Buffer.buffer(bytes);
        this.compressed = Buffer.buffer(compress(bytes));
        this.tag = tagOf(bytes);
    }

    static Page of(String contentType, byte[] bytes) {
        return new Page(contentType, SELF_CONTAINED, bytes);
    }

    static Page of(String contentType, String text) {
        return of(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param policy what the page may load, as a Content-Security-Policy */
    Page withPolicy(String policy) {
        return new Page(contentType, policy, plain.getBytes());
    }

    String text() {
        return plain.toString();
    }

    void send(RoutingContext context) {
        HttpMethod method = context.request().method();
        HttpServerResponse response = context.response();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            response.putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            Answers.refuse(context, ProblemType.METHOD_NOT_ALLOWED.because("This path answers GET and HEAD."));
            return;
        }
        response.putHeader(HttpHeaders.ETAG, tag)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader("Content-Security-Policy", policy)
                .putHeader("Referrer-Policy", "no-referrer");
        response.headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        String known = context.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && known.contains(tag)) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, contentType);
        String accepted = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (accepted != null && accepted.contains(GZIP)) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, GZIP).end(compressed);
        } else {
            response.end(plain);
        }
    }

    private static byte[] compress(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }

    private static String tagOf(byte[] bytes) {
        try {
            return '"'
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 12)
                    + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
