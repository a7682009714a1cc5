package uk.hustings.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that sends requests over one connection and reads nothing until it is made to. */
public final class SilentClient implements AutoCloseable {

    private static final int SMALL_BUFFER_BYTES = 4096;
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket = new Socket();

    public SilentClient(URI service) {
        try {
            socket.setReceiveBufferSize(SMALL_BUFFER_BYTES);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Sends a GET.
     *
     * @param address that the request seems to come from, as a gateway would say
     */
    public void get(String path, String address) {
        try {
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: test\r\nX-Forwarded-For: %s\r\n\r\n"
                            .formatted(path, address)
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The status line of the first answer that was not read yet; the rest of it is left unread. */
    public String readStatusLine() {
        StringBuilder line = new StringBuilder();
        try {
            int letter = socket.getInputStream().read();
            while (letter >= 0 && letter != '\r') {
                line.append((char) letter);
                letter = socket.getInputStream().read();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return line.toString();
    }

    /** Everything until the server closes the connection. */
    public byte[] readToTheEnd() {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(read);
        } catch (IOException reset) {
            // What came before is what there is.
        }
        return read.toByteArray();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
