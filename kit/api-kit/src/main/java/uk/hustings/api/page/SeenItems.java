package uk.hustings.api.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for the items that a caller has seen, in their order. */
final class SeenItems {

    private static final int BYTES = 8;

    private final MessageDigest digest;

    SeenItems() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void add(String key) {
        digest.update(key.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    /** Of those added so far. */
    String digest() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest(), 0, BYTES);
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
