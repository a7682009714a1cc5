package uk.hustings.api.param;

import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;

/**
 * Refuses a query that is not text, and finds nothing under a path that is not: a percent sign without two hexadecimal digits, escapes that are not UTF-8, or
 * escaped control characters, which no id, name or search of ours has and PostgreSQL cannot compare. The gateway refuses the
 * same in a path; a service may be asked without it.
 */
public class ReadableTarget {

    private static final int HEX = 16;

    @ServerRequestFilter(preMatching = true)
    public void check(RoutingContext context) {
        String target = context.request().uri();
        if (target.indexOf('%') < 0) {
            return;
        }
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        if (!isReadable(path)) {
            throw ProblemType.NOT_FOUND.because(
                    "Nothing is known under this path: its escaped characters must be UTF-8 and no control characters.");
        }
        if (mark >= 0) {
            for (String parameter : target.substring(mark + 1).split("&")) {
                if (!isReadable(parameter)) {
                    throw unreadable(parameter);
                }
            }
        }
    }

    private static Problem unreadable(String parameter) {
        int sign = parameter.indexOf('=');
        String name = sign < 0 ? parameter : parameter.substring(0, sign);
        String said = isReadable(name) ? name : "a parameter";
        return QueryParameter.refused(
                said, "The escaped characters of %s must be UTF-8 and no control characters".formatted(said));
    }

    static boolean isReadable(String escaped) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) != '%') {
                bytes.write(escaped.charAt(i));
                continue;
            }
            int octet = octet(escaped, i + 1);
            if (octet < 0) {
                return false;
            }
            bytes.write(octet);
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .chars()
                    .noneMatch(Character::isISOControl);
        } catch (CharacterCodingException notText) {
            return false;
        }
    }

    /** The two hexadecimal digits at this place; negative if they are none. */
    private static int octet(String escaped, int at) {
        if (at + 1 >= escaped.length()) {
            return -1;
        }
        int high = Character.digit(escaped.charAt(at), HEX);
        int low = Character.digit(escaped.charAt(at + 1), HEX);
        return high < 0 || low < 0 ? -1 : high * HEX + low;
    }
}
