package uk.hustings.api.conditional;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Strong entity tags: a digest of the bytes, in quotes. */
public final class EntityTag {

    private static final int BYTES = 12;

    private EntityTag() {}

    /** @param body before any content coding */
    public static String of(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return '"' + HexFormat.of().formatHex(digest, 0, BYTES) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
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
}
