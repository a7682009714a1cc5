package uk.hustings.api.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Function;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.text.domain.Characters;

/**
 * Which page of which view of a list is wanted. A cursor carries the last key seen, a digest of all that was seen, and a digest of
 * the view (list, filters, and what the caller may see of it); with any other view it is refused. The digest is no secret: a forged
 * cursor reaches nothing that the same caller could not list from the start.
 */
public final class PageRequest {

    private static final int DIGEST_BYTES = 12;
    private static final char SEPARATOR = ' ';

    private final int limit;
    private final Place place;
    private final String view;

    /** Where the page before ended. */
    private record Place(String after, String seen) {}

    private PageRequest(int limit, Place place, String view) {
        this.limit = limit;
        this.place = place;
        this.view = view;
    }

    /**
     * @param limit 1 to {@value Page#MAX_LIMIT}; null for {@value Page#DEFAULT_LIMIT}
     * @param cursor {@code next} of the page before; null or blank for the first page
     * @param view everything that decides which items are in the list and in which order
     * @throws uk.hustings.api.problem.Problem INVALID_PARAMETER or CURSOR_REFUSED
     */
    public static PageRequest of(Integer limit, String cursor, Object... view) {
        int wanted = limit == null ? Page.DEFAULT_LIMIT : limit;
        if (wanted < 1 || wanted > Page.MAX_LIMIT) {
            throw ProblemType.INVALID_PARAMETER
                    .because("limit must be 1 to %d, was %d".formatted(Page.MAX_LIMIT, wanted))
                    .with("parameter", "limit");
        }
        String viewText = Arrays.deepToString(view);
        return new PageRequest(wanted, cursor == null || cursor.isBlank() ? null : read(cursor, viewText), viewText);
    }

    public int limit() {
        return limit;
    }

    /** Key of the last item seen; null on the first page. */
    public String after() {
        return place == null ? null : place.after;
    }

    /**
     * {@link #after} of a list whose keys are ids.
     *
     * @throws Problem CURSOR_REFUSED if somebody made the cursor, and it holds none
     */
    public UUID afterId() {
        return afterAs(UUID::fromString);
    }

    /**
     * {@link #after} in a form of its own; null on the first page.
     *
     * @param reader throws IllegalArgumentException if this is no key of the list
     * @throws Problem CURSOR_REFUSED if it does
     */
    public <K> K afterAs(Function<String, K> reader) {
        if (place == null) {
            return null;
        }
        try {
            return reader.apply(place.after);
        } catch (IllegalArgumentException forged) {
            throw cursorRefused();
        }
    }

    /** Digest of all that was seen before; null on the first page. */
    String seen() {
        return place == null ? null : place.seen;
    }

    /** @param seen digest of all that was seen up to and with {@code key}; empty where nobody will ask for it */
    String cursorAfter(String key, String seen) {
        String told = seen + SEPARATOR + key;
        byte[] toldBytes = told.getBytes(StandardCharsets.UTF_8);
        byte[] cursor = Arrays.copyOf(digest(view, told), DIGEST_BYTES + toldBytes.length);
        System.arraycopy(toldBytes, 0, cursor, DIGEST_BYTES, toldBytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    private static Place read(String cursor, String view) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length > DIGEST_BYTES) {
                String told = new String(bytes, DIGEST_BYTES, bytes.length - DIGEST_BYTES, StandardCharsets.UTF_8);
                if (Arrays.equals(digest(view, told), Arrays.copyOf(bytes, DIGEST_BYTES))) {
                    int separator = told.indexOf(SEPARATOR);
                    String after = told.substring(separator + 1);
                    if (separator >= 0 && Characters.isStorable(after)) {
                        return new Place(after, told.substring(0, separator));
                    }
                }
            }
        } catch (IllegalArgumentException notBase64) {
            // Told below like any other cursor that is not ours.
        }
        throw cursorRefused();
    }

    static Problem cursorRefused() {
        return ProblemType.CURSOR_REFUSED.because(
                "Use next of the page before, with the same filters and the same caller, or start without a cursor.");
    }

    private static byte[] digest(String view, String told) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(view.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return Arrays.copyOf(digest.digest(told.getBytes(StandardCharsets.UTF_8)), DIGEST_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
