package uk.hustings.local.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One request and its answer over a socket, byte for byte, for what no well-behaved client sends.
 *
 * @param status of the answer
 * @param head status line and headers of the answer, in lower case
 * @param body of the answer
 */
record RawExchange(int status, String head, String body) {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final Pattern LENGTH = Pattern.compile("content-length: (\\d+)");

    /** Writes the body of a request, for as long as anybody takes it. */
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    static RawExchange get(URI server, String target, String token) {
        return send(server, "GET " + target + " HTTP/1.1", "Authorization: Bearer " + token + "\r\n", out -> {});
    }

    static RawExchange post(URI server, String target, String headers, Body body) {
        return send(server, "POST " + target + " HTTP/1.1", headers, body);
    }

    private static RawExchange send(URI server, String requestLine, String headers, Body body) {
        try (Socket socket = new Socket(InetAddress.getByName(server.getHost()), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write((requestLine + "\r\nHost: " + server.getAuthority() + "\r\nConnection: close\r\n" + headers
                            + "\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            // The answer may come, and the connection end, while the body is still being sent.
            Thread sender = new Thread(() -> sendAsMuchAsIsTaken(body, out));
            sender.start();
            InputStream in = socket.getInputStream();
            String head = head(in);
            byte[] answer = in.readNBytes(lengthIn(head));
            return new RawExchange(
                    Integer.parseInt(head.split(" ")[1]), head, new String(answer, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void sendAsMuchAsIsTaken(Body body, OutputStream out) {
        try {
            body.writeTo(out);
            out.flush();
        } catch (IOException cutOff) {
            // That is the server's right: it has answered already.
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new AssertionError("No answer, but: '" + head + "'");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    private static int lengthIn(String head) {
        Matcher length = LENGTH.matcher(head);
        return length.find() ? Integer.parseInt(length.group(1)) : 0;
    }
}
