package uk.hustings.local.bench;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A GET, and the status that it should be answered with. */
public record Question(String path, Map<String, String> headers, int status) {

    public static Question of(String path) {
        return new Question(path, Map.of(), 200);
    }

    public Question with(String header, String value, int answeredWith) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Question(path, more, answeredWith);
    }

    /** As it travels. */
    byte[] bytes(int port) {
        StringBuilder text = new StringBuilder("GET %s HTTP/1.1\r\nHost: localhost:%d\r\n".formatted(path, port));
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
