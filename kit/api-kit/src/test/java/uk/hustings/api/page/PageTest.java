package uk.hustings.api.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;

class PageTest {

    private static final List<String> LETTERS = List.of("a", "b", "c", "d", "e");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void pagesPutTogetherAreTheList(long seed) {
        Random random = new Random(seed);
        List<String> list = new ArrayList<>(IntStream.range(0, random.nextInt(500))
                .mapToObj(String::valueOf)
                .toList());
        Collections.shuffle(list, random);
        int limit = 1 + random.nextInt(200);

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<String> page = page(list, limit, cursor);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            seen.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);

        assertThat(seen).isEqualTo(list);
    }

    @Test
    void whatIsAddedAfterThePlaceIsShownInItsTurn() {
        String cursor = page(LETTERS, 2, null).next();

        assertThat(page(List.of("a", "b", "bb", "c"), 2, cursor).items()).containsExactly("bb", "c");
    }

    @Test
    void aListThatChangedBeforeThePlaceIsNotGoneOnWith() {
        String cursor = page(LETTERS, 2, null).next();

        for (List<String> changed :
                List.of(List.of("0", "a", "b", "c"), List.of("b", "a", "c"), List.of("b", "c"), List.of("a", "c"))) {
            assertRefused(() -> page(changed, 2, cursor));
        }
    }

    @Test
    void aCursorOfAnotherViewOrOneThatWasTamperedWithIsRefused() {
        String cursor = page(LETTERS, 2, null).next();
        String tampered = (cursor.charAt(5) == 'A' ? "B" : "A") + cursor.substring(1);

        assertRefused(() -> Page.of(LETTERS, PageRequest.of(2, cursor, "another"), Function.identity()));
        for (String broken : List.of(tampered, cursor.substring(1), cursor + "AAAA", "AAAA", "no cursor")) {
            assertRefused(() -> page(LETTERS, 2, broken));
        }
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.type())
                .isEqualTo(ProblemType.CURSOR_REFUSED));
    }

    private static Page<String> page(List<String> list, int limit, String cursor) {
        return Page.of(list, PageRequest.of(limit, cursor, "view"), Function.identity());
    }
}
