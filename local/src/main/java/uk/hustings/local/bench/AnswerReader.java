package uk.hustings.local.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads the answers of one connection as far as a benchmark must: where each one ends, and its status. */
final class AnswerReader {

    private static final int END_OF_HEAD = 0x0D0A0D0A;
    private static final int NOT_MODIFIED = 304;
    private static final String LENGTH = "\r\ncontent-length:";

    private final byte[] head = new byte[16_384];
    private int headLength;
    private int lastFour;
    private int status;
    private long bodyLeft;
    private boolean inBody;

    /**
     * Takes bytes up to the end of the answer.
     *
     * @return whether the answer is complete; then the next byte begins another
     * @throws BenchFailed if the answer has no length
     */
    boolean read(ByteBuffer bytes) {
        while (!inBody && bytes.hasRemaining()) {
            byte next = bytes.get();
            head[headLength++] = next;
            lastFour = lastFour << 8 | next & 0xFF;
            if (lastFour == END_OF_HEAD) {
                endHead();
            }
        }
        if (!inBody) {
            return false;
        }
        int taken = (int) Math.min(bodyLeft, bytes.remaining());
        bytes.position(bytes.position() + taken);
        bodyLeft -= taken;
        if (bodyLeft > 0) {
            return false;
        }
        inBody = false;
        headLength = 0;
        lastFour = 0;
        return true;
    }

    /** Of the answer that was completed last. */
    int status() {
        return status;
    }

    private void endHead() {
        status = (head[9] - '0') * 100 + (head[10] - '0') * 10 + head[11] - '0';
        bodyLeft = status == NOT_MODIFIED ? 0 : contentLength();
        inBody = true;
    }

    private long contentLength() {
        String text = new String(head, 0, headLength, StandardCharsets.ISO_8859_1);
        int from = text.toLowerCase(Locale.ROOT).indexOf(LENGTH);
        if (from < 0) {
            throw new BenchFailed("An answer does not say its length:\n" + text);
        }
        return Long.parseLong(text.substring(from + LENGTH.length(), text.indexOf('\r', from + LENGTH.length()))
                .strip());
    }
}
