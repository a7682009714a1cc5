package uk.hustings.local.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One request of the load.
 *
 * @param what it brings, in words
 * @param path of the operation, from the gateway's root
 * @param contentType of the body
 */
record Import(String what, String path, String contentType, String body) {

    static Import csv(String what, String path, CsvBody body) {
        return new Import(what, path, "text/csv", body.toString());
    }

    /** The same content for the same operation has the same key, so that sending it again is the same request. */
    String idempotencyKey() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((path + '\n').getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
