package uk.hustings.api.page;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list.
 *
 * @param items at most {@code limit} of them, in the list's order
 * @param next cursor of the following page; null on the last
 */
public record Page<T>(
        List<T> items,

        @Schema(
                nullable = true,
                description = "Cursor of the following page; null on the last",
                examples = "gUh_3XP9y7a37GvjRTE0MDAwODU0")
        String next)
        implements Paged {

    /** The largest page and the one that is given unasked. */
    public static final int MAX_LIMIT = 200;

    public static final int DEFAULT_LIMIT = 50;

    /**
     * Cuts a page out of a list that lies in memory. A cursor goes on only where the list still begins with what was seen:
     * pages put together are the list, whatever changes meanwhile.
     *
     * @param all the whole list, in its order
     * @param key what tells the items apart, stable between requests
     * @throws uk.hustings.api.problem.Problem CURSOR_REFUSED if what was seen has changed since
     */
    public static <T> Page<T> of(List<T> all, PageRequest request, Function<T, String> key) {
        int from = 0;
        SeenItems seen = new SeenItems();
        if (request.after() != null) {
            boolean found = false;
            while (from < all.size() && !found) {
                String passed = key.apply(all.get(from++));
                seen.add(passed);
                found = passed.equals(request.after());
            }
            if (!found || !seen.digest().equals(request.seen())) {
                throw PageRequest.cursorRefused();
            }
        }
        int to = Math.min(from + request.limit(), all.size());
        List<T> items = List.copyOf(all.subList(from, to));
        items.forEach(item -> seen.add(key.apply(item)));
        return new Page<>(
                items,
                to < all.size() ? request.cursorAfter(key.apply(items.get(items.size() - 1)), seen.digest()) : null);
    }

    /**
     * Makes a page of rows that were asked for with one more than the limit.
     *
     * @param rows at most {@code limit + 1} rows, sorted, starting after {@link PageRequest#after()}
     */
    public static <T> Page<T> ofRows(List<T> rows, PageRequest request, Function<T, String> key) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, request.limit());
        return new Page<>(items, request.cursorAfter(key.apply(items.get(items.size() - 1)), ""));
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
