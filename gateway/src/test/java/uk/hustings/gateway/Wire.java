package uk.hustings.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** HTTP spoken by hand, for what no client library would send. */
public final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLISECONDS = 10_000;

    private final Socket socket;
    private final InputStream in;

    public Wire(URL gateway) throws IOException {
        socket = new Socket("localhost", gateway.getPort());
        socket.setSoTimeout(PATIENCE_MILLISECONDS);
        in = socket.getInputStream();
    }

    /** The whole answer to a request without a body. */
    public static String ask(URL gateway, String requestLine, String... headers) throws IOException {
        try (Wire wire = new Wire(gateway)) {
            wire.send(requestLine + "\r\nHost: gateway\r\nConnection: close\r\n");
            for (String header : headers) {
                wire.send(header + "\r\n");
            }
            wire.send("\r\n");
            return wire.readToEnd();
        }
    }

    public void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Up to and with one of the marks, or what there was when the connection ended. */
    public String readUntil(String... marks) throws IOException {
        StringBuilder read = new StringBuilder();
        while (Arrays.stream(marks).noneMatch(mark -> read.indexOf(mark) >= 0)) {
            int octet = in.read();
            if (octet < 0) {
                break;
            }
            read.append((char) octet);
        }
        return read.toString();
    }

    public String readToEnd() throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            in.transferTo(read);
        } catch (SocketException reset) {
            read.writeBytes("<reset>".getBytes(StandardCharsets.ISO_8859_1));
        }
        return read.toString(StandardCharsets.ISO_8859_1);
    }

    /** Whether nothing has come that was not read, and the connection is open. */
    public boolean isSilent() throws IOException {
        socket.setSoTimeout(1);
        try {
            in.read();
            return false;
        } catch (SocketTimeoutException nothing) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
