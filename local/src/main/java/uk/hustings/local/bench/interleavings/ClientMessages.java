package uk.hustings.local.bench.interleavings;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The messages of one client to PostgreSQL (protocol 3), put together to steps; not for several threads. */
final class ClientMessages {

    private static final int LENGTH_BYTES = 4;

    /** SQL of the statements that were prepared, by name; the unnamed one is "". */
    private final Map<String, String> prepared = new HashMap<>();

    /**
     * What may be sent on together.
     *
     * @param statement SQL that is executed; null if the step executes none
     */
    record Step(byte[] bytes, String statement) {}

    /** The first message, which alone has no type. */
    static byte[] startup(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] whole = ByteBuffer.allocate(length).putInt(length).array();
        in.readFully(whole, LENGTH_BYTES, length - LENGTH_BYTES);
        return whole;
    }

    /** @return null at the end of the connection */
    Step next(DataInputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String statement = null;
        while (true) {
            int type = in.read();
            if (type < 0) {
                return null;
            }
            byte[] body = body(in);
            bytes.write(type);
            bytes.write(ByteBuffer.allocate(LENGTH_BYTES)
                    .putInt(body.length + LENGTH_BYTES)
                    .array());
            bytes.write(body);
            switch (type) {
                case 'P' ->
                    prepared.put(text(body, 0), text(body, text(body, 0).getBytes(StandardCharsets.UTF_8).length + 1));
                case 'B' ->
                    statement = prepared.get(text(body, text(body, 0).getBytes(StandardCharsets.UTF_8).length + 1));
                case 'Q' -> {
                    return new Step(bytes.toByteArray(), text(body, 0));
                }
                case 'D', 'E', 'C' -> {
                    // Belongs to what is executed with the next Sync.
                }
                default -> {
                    // Sync and Flush end a step; passwords, copied data and the farewell wait for nothing.
                    return new Step(bytes.toByteArray(), statement);
                }
            }
        }
    }

    private static byte[] body(DataInputStream in) throws IOException {
        int length = in.readInt() - LENGTH_BYTES;
        if (length < 0) {
            throw new EOFException("not a message of PostgreSQL's protocol");
        }
        byte[] body = new byte[length];
        in.readFully(body);
        return body;
    }

    /** A text that ends with a zero byte. */
    private static String text(byte[] body, int from) {
        int end = from;
        while (body[end] != 0) {
            end++;
        }
        return new String(body, from, end - from, StandardCharsets.UTF_8);
    }
}
