package uk.hustings.seats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URL;
import org.junit.jupiter.api.Test;

/** A service keeps the deadlines itself, for whoever reaches it past the gateway; here headers have 2 s, not 10. */
@QuarkusTest
class SlowRequestTest {

    @TestHTTPResource
    URL service;

    @Test
    void headersThatDoNotArriveInTimeAreAnswered408AndTheConnectionIsClosed() throws Exception {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            send(out, "GET /v1/parties HTTP/1.1\r\nHost: seats\r\n");
            for (int i = 0; i < 12; i++) {
                Thread.sleep(200);
                try {
                    send(out, "X-Slow: 1\r\n");
                } catch (SocketException closed) {
                    break;
                }
            }

            assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
                    .startsWith("HTTP/1.1 408 ")
                    .containsIgnoringCase("connection: close")
                    .contains("\"/problems/request-timeout\"");
        }
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }
}
