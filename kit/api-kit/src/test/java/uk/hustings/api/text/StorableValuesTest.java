package uk.hustings.api.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.hustings.api.problem.BrokenJson;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.problem.StrictJson;

class StorableValuesTest {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    static {
        new StrictJson().customize(JSON);
    }

    record Body(
            String text,
            List<String> texts,
            Map<String, Integer> shares,
            LocalDate day,
            Instant until,
            BigDecimal pct) {}

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', delimiter = '|', textBlock = """
            {"text":"a\\u0000"}                     | /text
            {"text":"\\ud800"}                      | /text
            {"texts":["a","\\udc00b"]}              | /texts/1
            {"shares":{"a\\u0000":1}}               | /shares
            {"day":"+10000-01-01"}                  | /day
            {"day":"-0001-01-01"}                   | /day
            {"until":"+400000-01-01T00:00:00Z"}     | /until
            {"pct":1e999999}                        | /pct
            {"pct":1e-999999}                       | /pct
            {"pct":"NaN"}                           | /pct
            {"pct":"-Infinity"}                     | /pct
            """)
    void whatNoColumnCanHoldIsInvalid(String json, String pointer) {
        Problem problem = refusal(json.getBytes(StandardCharsets.UTF_8));

        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_INPUT);
        assertThat(problem.errors().get(0).pointer()).startsWith(pointer);
    }

    @Test
    void halfAPairIsFoundInRawBytesToo() {
        byte[] json = "{\"text\":\"???\"}".getBytes(StandardCharsets.UTF_8);
        json[9] = (byte) 0xED;
        json[10] = (byte) 0xA0;
        json[11] = (byte) 0x80;

        assertThat(refusal(json).type()).isIn(ProblemType.INVALID_INPUT, ProblemType.BROKEN_BODY);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', delimiter = '|', textBlock = """
            {"day":"2015-02-30"}  | /day
            {"day":[2015,4,14]}   | /day
            {"day":1}             | /day
            {"until":1}           | /until
            {"until":1e999999999} | /until
            {"until":"-1"}        | /until
            """)
    void whatIsNoTimeCannotBeRead(String json, String pointer) {
        Problem problem = refusal(json.getBytes(StandardCharsets.UTF_8));

        assertThat(problem.type()).isEqualTo(ProblemType.BROKEN_BODY);
        assertThat(problem.errors().get(0).pointer()).startsWith(pointer);
    }

    @Test
    void everythingElseIsReadAsItIsWritten() throws JsonProcessingException {
        Body body = JSON.readValue("""
                {"text":"\\ud83d\\uddf3\\n","texts":["é"],"shares":{"con":34},"day":"2015-04-14",
                 "until":"2015-04-14T12:00:00+01:00","pct":37.90}
                """, Body.class);

        assertThat(body)
                .isEqualTo(new Body(
                        "\uD83D\uDDF3\n",
                        List.of("é"),
                        Map.of("con", 34),
                        LocalDate.of(2015, 4, 14),
                        Instant.parse("2015-04-14T11:00:00Z"),
                        new BigDecimal("37.90")));
    }

    private static Problem refusal(byte[] json) {
        Throwable failure = catchThrowable(() -> JSON.readValue(json, Body.class));
        assertThat(failure).isInstanceOf(JsonProcessingException.class);
        return BrokenJson.problem((JsonProcessingException) failure, "");
    }
}
