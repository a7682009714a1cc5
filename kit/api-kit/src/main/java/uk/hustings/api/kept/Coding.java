package uk.hustings.api.kept;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** In which form the bytes of an answer travel. */
enum Coding {
    IDENTITY,
    GZIP;

    private static final String NAME = "gzip";

    /** @param acceptEncoding the request's header; null if it has none */
    static Coding acceptedBy(String acceptEncoding) {
        if (acceptEncoding == null) {
            return IDENTITY;
        }
        for (String offer : acceptEncoding.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = offer.split(";");
            if (parts[0].strip().equals(NAME)) {
                return parts.length > 1 && isZero(parts[1]) ? IDENTITY : GZIP;
            }
        }
        return IDENTITY;
    }

    /** @return what {@code Content-Encoding} says; empty if nothing */
    Optional<String> header() {
        return this == GZIP ? Optional.of(NAME) : Optional.empty();
    }

    byte[] encode(byte[] body) {
        if (this == IDENTITY) {
            return body;
        }
        ByteArrayOutputStream encoded = new ByteArrayOutputStream(body.length / 4 + 32);
        try (GZIPOutputStream gzip = new GZIPOutputStream(encoded)) {
            gzip.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return encoded.toByteArray();
    }

    private static boolean isZero(String weight) {
        return weight.replace(" ", "").matches("q=0(\\.0*)?");
    }
}
