package uk.hustings.api.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.problem.StrictJson;

class JsonItemsTest {

    record Share(String option, BigDecimal pct) {

        Share {
            if (pct != null && pct.abs().compareTo(BigDecimal.valueOf(100)) > 0) {
                throw new IllegalArgumentException("pct");
            }
        }
    }

    private static final int MOST_ITEMS = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        new StrictJson().customize(JSON);
    }

    @Test
    void theItemsOfTheListAreReadInOrder() {
        assertThat(items("{\"shares\": [{\"option\":\"con\",\"pct\":37.9}, {\"option\":\"lab\",\"pct\":41.6}]} ")
                        .all(JsonItems.Item::value))
                .containsExactly(new Share("con", new BigDecimal("37.9")), new Share("lab", new BigDecimal("41.6")));
        assertThat(items("{\"shares\":[]}").all(JsonItems.Item::value)).isEmpty();
    }

    @Test
    void anItemIsHandedOnBeforeTheNextIsRead() {
        List<String> events = new ArrayList<>();

        items("{\"shares\":[{\"option\":\"con\"},{\"option\":\"lab\"}]}")
                .forEach(
                        item -> {
                            events.add("read " + item.place());
                            return item.value().option();
                        },
                        option -> events.add("taken " + option));

        assertThat(events).containsExactly("read /shares/0", "taken con", "read /shares/1", "taken lab");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', delimiter = '|', textBlock = """
            {"shares":[{"option":"con"},{"optoin":"lab"}]}     | /shares/1/optoin | is not a field of this body; known are [
            {"shares":[{"pct":"37.9"}]}                        | /shares/0/pct    | cannot be read as a number
            {"shares":[{"pct":NaN}]}                           | /shares/0        | is not JSON
            {"shares":[{"option":"con","option":"lab"}]}       | /shares/0        | is not JSON
            {"shares":[null]}                                  | /shares/0        | must not be null
            {"shares":[1]}                                     | /shares/0        | cannot be read as an object
            {"shares":[{}                                      | /shares/0        | is not JSON
            {"shares":{}}                                      | /shares          | must be a list
            {"polls":[]}                                       | /polls           | is not a field of this body; known are [shares]
            {"shares":[],"polls":[]}                           | /polls           | is not a field of this body; known are [shares]
            {}                                                 | ~~               | must have the field shares
            []                                                 | ~~               | must be an object with the field shares
            ~~                                                 | ~~               | must be an object with the field shares
            {"shares":[]}{}                                    | ~~               | must end where its object ends
            """)
    void whatIsNotThisListIsRefusedWhereItIsNot(String json, String pointer, String detail) {
        Problem problem = refusal(json, UTF_8);

        assertThat(problem.type()).isEqualTo(ProblemType.BROKEN_BODY);
        assertThat(problem.errors()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.detail()).startsWith(detail);
        });
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', delimiter = '|', textBlock = """
            {"shares":[{"pct":1e999}]}                         | /shares/0/pct    | must be a number of at most 30 digits
            {"shares":[{"option":"\\ud800"}]}                  | /shares/0/option | must be text without U+0000
            {"shares":[{"option":"a\\u0000"}]}                 | /shares/0/option | must be text without U+0000
            {"source":"\\udc00","shares":[]}                   | /source          | must be text without U+0000
            """)
    void whatCouldNotBeStoredIsInvalid(String json, String pointer, String detail) {
        JsonItems<Share> items = items(json).withText("source");

        assertThatThrownBy(() -> items.all(JsonItems.Item::value)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.INVALID_INPUT);
            assertThat(problem.errors()).singleElement().satisfies(fault -> {
                assertThat(fault.pointer()).isEqualTo(pointer);
                assertThat(fault.detail()).startsWith(detail);
            });
        });
    }

    @Test
    void textsMayStandBesideTheListBeforeItAndBehindIt() {
        JsonItems<Share> before = items("{\"source\":\"a\",\"shares\":[{}]}").withText("source");
        JsonItems<Share> behind = items("{\"shares\":[{}],\"source\":\"b\"}").withText("source");
        JsonItems<Share> without = items("{\"shares\":[{}],\"source\":null}").withText("source");

        assertThat(List.of(before.all(JsonItems.Item::value), behind.all(JsonItems.Item::value)))
                .allMatch(read -> read.size() == 1);
        without.all(JsonItems.Item::value);
        assertThat(before.text("source")).isEqualTo("a");
        assertThat(behind.text("source")).isEqualTo("b");
        assertThat(without.text("source")).isNull();
        JsonItems<Share> number = items("{\"source\":7,\"shares\":[{}]}").withText("source");
        assertThat(catchThrowableOfType(Problem.class, () -> number.all(JsonItems.Item::value))
                        .errors())
                .containsExactly(FieldError.at("/source", "must be a text"));
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        assertThat(refusal("{\"shares\":[{\"option\":\"Ynys Môn\"}]}", ISO_8859_1)
                        .type())
                .isEqualTo(ProblemType.BROKEN_BODY);
    }

    @Test
    void everyFaultIsToldWithItsPlace() {
        JsonItems<Share> items = items("{\"shares\":[{\"pct\":1},{},{\"pct\":2},{}]}");

        Problem problem = catchThrowableOfType(
                Problem.class,
                () -> items.all(item -> {
                    if (item.value().pct() == null) {
                        item.fault("/pct", "must not be empty");
                    }
                    return item.value();
                }));

        assertThat(problem).hasMessage("2 faults; nothing was written.");
        assertThat(problem.errors())
                .containsExactly(
                        FieldError.at("/shares/1/pct", "must not be empty"),
                        FieldError.at("/shares/3/pct", "must not be empty"));
    }

    @Test
    void asManyItemsAsAllowedAreReadAndOneMoreIsRefusedWithTheLimit() {
        String most = "{\"shares\":[" + "{},".repeat(MOST_ITEMS - 1) + "{}";

        assertThat(items(most + "]}").all(JsonItems.Item::value)).hasSize(MOST_ITEMS);
        assertThat(refusal(most + ",{}]}", UTF_8))
                .hasMessage("The list shares has more than 1000 items; nothing was written.")
                .extracting(Problem::type)
                .isEqualTo(ProblemType.BODY_TOO_LARGE);
    }

    @Test
    void aListMayBeLargerThanAnItemMayBe() {
        String item = "{\"option\":\"%s\"}".formatted("x".repeat(JsonItems.MOST_IN_ITEM / 2));
        String json = "{\"shares\":[" + (item + ",").repeat(7) + item + "]}";

        assertThat(items(json).all(read -> read.place())).hasSize(8);
    }

    @Test
    void anItemThatIsTooLargeIsRefusedAndNotKept() {
        String json = "{\"shares\":[{},{\"option\":\"%s\"}]}".formatted("x".repeat(2 * JsonItems.MOST_IN_ITEM));

        assertThat(refusal(json, UTF_8).errors())
                .containsExactly(FieldError.at("/shares/1", "must not have more than 1 MiB"));
    }

    private static Problem refusal(String json, Charset charset) {
        return catchThrowableOfType(Problem.class, () -> items(json, charset).all(JsonItems.Item::value));
    }

    private static JsonItems<Share> items(String json) {
        return items(json, UTF_8);
    }

    private static JsonItems<Share> items(String json, Charset charset) {
        return JsonItems.of(JSON, new ByteArrayInputStream(json.getBytes(charset)), "shares", Share.class, MOST_ITEMS);
    }
}
