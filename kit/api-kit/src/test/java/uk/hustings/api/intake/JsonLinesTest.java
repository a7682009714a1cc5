package uk.hustings.api.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.problem.StrictJson;

class JsonLinesTest {

    private static final int MOST_LINES = 1000;

    record Share(String option, Integer pct) {}

    @Test
    void everyLineIsReadWithItsNumber() {
        List<String> read = read("{\"option\":\"con\"}\n\n{\"option\":\"lab\"}\r\n", UTF_8);

        assertThat(read).containsExactly("1 con", "3 lab");
    }

    @Test
    void aLineThatCannotBeReadIsNamed() {
        assertBroken("{\"option\":\"con\"}\n{\"optoin\":\"lab\"}", 2, "/optoin", "is not a field of this body");
        assertBroken("{\"option\":\"con\"}\n{\"pct\":1.5}", 2, "/pct", "cannot be read as a whole number");
        assertBroken("{\"option\":\"con\"}\n[1]", 2, "", "must be an object");
        assertBroken("{\"option\":\"con\"}\n{\"option\":", 2, "", "is not JSON");
        assertBroken("{\"option\":\"con\"} {}", 1, "", "must begin in a line of its own");
        assertBroken("", 1, "", "must have at least one line");
        assertBroken("\n\n", 1, "", "must have at least one line");
        assertThat(refusal("{\"option\":\"Ynys Môn\"}", ISO_8859_1).type()).isEqualTo(ProblemType.BROKEN_BODY);
    }

    @Test
    void everyFaultIsToldWithItsLine() {
        Problem problem = refusal("{\"option\":\"con\"}\n{}\n{\"option\":\"lab\"}\n{}", UTF_8);

        assertThat(problem).hasMessage("2 faults; nothing was written.");
        assertThat(problem.errors())
                .containsExactly(
                        new FieldError("/option", 2, "must not be empty"),
                        new FieldError("/option", 4, "must not be empty"));
    }

    @Test
    void asManyLinesAsAllowedAreReadAndOneMoreIsRefusedWithTheLimit() {
        String line = "{\"option\":\"con\"}\n";

        assertThat(read(line.repeat(MOST_LINES), UTF_8)).hasSize(MOST_LINES);
        assertThat(refusal(line.repeat(MOST_LINES + 1), UTF_8))
                .hasMessage("The body has more than 1000 lines; nothing was written.")
                .extracting(Problem::type)
                .isEqualTo(ProblemType.BODY_TOO_LARGE);
    }

    @Test
    void aLineThatIsTooLongIsRefused() {
        assertBroken(
                "{}\n{\"option\":\"%s\"}".formatted("x".repeat(2 * JsonItems.MOST_IN_ITEM)),
                2,
                "",
                "must not have more than 1 MiB");
    }

    private static void assertBroken(String json, int line, String pointer, String detail) {
        Problem problem = refusal(json, UTF_8);
        assertThat(problem.type()).isEqualTo(ProblemType.BROKEN_BODY);
        assertThat(problem.errors()).singleElement().satisfies(fault -> {
            assertThat(fault.row()).isEqualTo(line);
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.detail()).startsWith(detail);
        });
    }

    private static Problem refusal(String json, Charset charset) {
        return catchThrowableOfType(Problem.class, () -> read(json, charset));
    }

    private static List<String> read(String json, Charset charset) {
        ObjectMapper mapper = new ObjectMapper();
        new StrictJson().customize(mapper);
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        List<String> read = new ArrayList<>();
        JsonLines.of(mapper, new ByteArrayInputStream(json.getBytes(charset)), Share.class, MOST_LINES)
                .forEach(
                        line -> {
                            if (line.value().option() == null) {
                                line.fault("/option", "must not be empty");
                            }
                            return line.number() + " " + line.value().option();
                        },
                        read::add);
        return read;
    }
}
