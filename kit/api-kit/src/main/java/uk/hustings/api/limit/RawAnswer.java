package uk.hustings.api.limit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import uk.hustings.api.problem.Problem;

/** A problem as bytes of HTTP/1.1, after which the connection is closed. */
final class RawAnswer {

    private RawAnswer() {}

    /** @param request null if its headers did not arrive */
    static ByteBuf of(ByteBufAllocator allocator, Problem problem, AnswerHeaders more, HttpRequest request) {
        byte[] body = new JsonObject(problem.body()).encode().getBytes(StandardCharsets.UTF_8);
        HttpHeaders headers = new DefaultHttpHeaders()
                .set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        if (problem.type().asksForPatience()) {
            headers.set(HttpHeaderNames.RETRY_AFTER, Problem.RETRY_SECONDS);
        }
        more.addTo(headers, request == null ? new DefaultHttpHeaders() : request.headers());
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(HttpResponseStatus.valueOf(problem.type().status()))
                .append("\r\n");
        headers.forEach(header -> head.append(header.getKey())
                .append(": ")
                .append(header.getValue())
                .append("\r\n"));
        ByteBuf answer = ByteBufUtil.writeUtf8(allocator, head.append("\r\n"));
        return answer.writeBytes(body);
    }
}
