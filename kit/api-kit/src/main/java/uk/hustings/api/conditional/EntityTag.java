package uk.hustings.api.conditional;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Strong entity tags: a digest of the bytes, in quotes. */
public final class EntityTag {

    private static final int BYTES = 12;

    private final MessageDigest digest = sha256();
    private long length;

    /** Bytes in the order of the body, before any content coding. */
    void add(Buffer bytes) {
        digest.update(bytes.getByteBuf().nioBuffer());
        length += bytes.length();
    }

    /** Bytes that were added. */
    long length() {
        return length;
    }

    /** The tag of all that was added; to be called once. */
    String value() {
        return tag(digest.digest());
    }

    /** @param body before any content coding */
    public static String of(byte[] body) {
        return tag(sha256().digest(body));
    }

    /**
     * @param header {@code If-Match} or {@code If-None-Match}: one tag, several, or {@code *}; null if there is none
     * @param tag with the quotes
     */
    public static boolean isNamedIn(String header, String tag) {
        if (header == null) {
            return false;
        }
        if (header.equals(tag)) {
            return true;
        }
        for (String named : header.split(",")) {
            String bare = named.strip();
            if (bare.equals("*") || (bare.startsWith("W/") ? bare.substring(2) : bare).equals(tag)) {
                return true;
            }
        }
        return false;
    }

    private static String tag(byte[] digest) {
        return '"' + HexFormat.of().formatHex(digest, 0, BYTES) + '"';
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
