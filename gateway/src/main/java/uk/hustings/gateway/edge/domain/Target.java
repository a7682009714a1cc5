package uk.hustings.gateway.edge.domain;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * What a request asks for, as its first line says it. Whoever reads the path after this reads the same one: there is
 * one spelling of each path, and none that a service behind the gateway could take for another.
 */
public sealed interface Target {

    /**
     * @param path begins with {@code /}; letters and digits never escaped, other escapes in capitals
     * @param query as sent, without its question mark; null if there was none
     */
    record Accepted(String path, String query) implements Target {

        /** Path and query, as a service is asked. */
        public String uri() {
            return query == null ? path : path + '?' + query;
        }
    }

    /** @param reason what is wrong, as a sentence for the caller */
    record Refused(String reason) implements Target {}

    /** @param uri the request target as sent */
    static Target of(String uri) {
        if (!uri.startsWith("/")) {
            return new Refused("The request target must be a path that begins with a slash.");
        }
        int mark = uri.indexOf('?');
        String rawPath = mark < 0 ? uri : uri.substring(0, mark);
        String query = mark < 0 ? null : uri.substring(mark + 1);
        try {
            String path = canonical(rawPath);
            checkSegments(path);
            if (query != null) {
                checkQuery(query);
            }
            return new Accepted(path, query);
        } catch (Fault fault) {
            return new Refused(fault.getMessage());
        }
    }

    private static String canonical(String rawPath) throws Fault {
        StringBuilder path = new StringBuilder(rawPath.length());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(rawPath.length());
        for (int i = 0; i < rawPath.length(); i++) {
            char c = rawPath.charAt(i);
            if (c != '%') {
                if (!isLetterOrDigit(c) && "-._~!$&'()*+,=:@/".indexOf(c) < 0) {
                    throw new Fault(
                            c == ';'
                                    ? "The path has parameters after a semicolon; this API knows none."
                                    : "The path has a character that a path cannot have.");
                }
                path.append(c);
                bytes.write(c);
                continue;
            }
            int octet = escapedAt(rawPath, i);
            bytes.write(octet);
            i += 2;
            if (isControl(octet)) {
                throw new Fault("The path has an escaped control character.");
            }
            if ("/\\.;%".indexOf(octet) >= 0) {
                throw new Fault("The path has an escaped slash, backslash, dot, semicolon or percent sign.");
            }
            if (isLetterOrDigit((char) octet) || "-_~".indexOf(octet) >= 0) {
                path.append((char) octet);
            } else {
                path.append('%').append("%02X".formatted(octet));
            }
        }
        checkUtf8(bytes.toByteArray());
        return path.toString();
    }

    private static void checkSegments(String path) throws Fault {
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            if (segments[i].isEmpty() && i < segments.length - 1) {
                throw new Fault("The path has an empty segment (two slashes in a row).");
            }
            if (segments[i].equals(".") || segments[i].equals("..")) {
                throw new Fault("The path has a segment of dots.");
            }
        }
    }

    private static void checkQuery(String query) throws Fault {
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c <= ' ' || c > '~' || c == '#') {
                throw new Fault("The query has a character that a query cannot have; escape it.");
            }
            if (c == '%' && isControl(escapedAt(query, i))) {
                throw new Fault("The query has an escaped control character.");
            }
        }
    }

    private static int escapedAt(String text, int position) throws Fault {
        if (position + 2 < text.length()) {
            int high = Character.digit(text.charAt(position + 1), 16);
            int low = Character.digit(text.charAt(position + 2), 16);
            if (high >= 0 && low >= 0) {
                return high << 4 | low;
            }
        }
        throw new Fault("A percent sign is not followed by two hexadecimal digits.");
    }

    private static void checkUtf8(byte[] bytes) throws Fault {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException fault) {
            throw new Fault("The escaped characters of the path are not UTF-8.");
        }
    }

    private static boolean isControl(int octet) {
        return octet < 0x20 || octet == 0x7F;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** Ends the reading at the first fault. */
    final class Fault extends Exception {
        Fault(String reason) {
            super(reason, null, false, false);
        }
    }
}
