package uk.hustings.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far the last polls before each general election since 1945 were from the result. */
class FinalPollErrorsTest {

    private static final Path DATA = Path.of("..", "data");
    private static final List<SourceRow> ERRORS = SourceRow.of(DATA.resolve("polls/final_poll_errors_1945_2010.csv"));

    @Test
    void eighteenElectionsAreThereInTheirOrder() {
        assertThat(ERRORS).hasSize(68).isSortedAccordingTo((one, next) -> one.day("election_day")
                .compareTo(next.day("election_day")));
        assertThat(ERRORS.stream().map(row -> row.text("election")).distinct()).hasSize(18);
        assertThat(ERRORS).allMatch(row -> !row.text("source").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "1951, 1, -4.0",
        "1970, 5, 6.64",
        "February 1974, 5, -2.44",
        "October 1974, 5, 5.6",
        "1992, 5, 8.7",
        "1997, 5, 3.8",
        "2001, 5, 4.9",
        "2005, 5, 2.1",
        "2010, 9, -0.8"
    })
    void theMeanErrorOnLaboursLeadOverTheConservativesIsAsKnown(String election, int polls, double mean) {
        List<SourceRow> ofElection = ERRORS.stream()
                .filter(row -> row.text("election").equals(election))
                .toList();
        assertThat(ofElection).hasSize(polls);
        assertThat(ofElection.stream()
                        .mapToDouble(row -> number(row, "lab_minus_con_error_pts"))
                        .average()
                        .orElseThrow())
                .isCloseTo(mean, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({
        "1945, 3.5",
        "1959, 1.3",
        "1964, 0.7",
        "1966, 2.7",
        "1970, 6.6",
        "February 1974, 2.4",
        "October 1974, 5.6",
        "1979, 1.7",
        "1983, 4.6",
        "1987, 3.9",
        "1992, 8.7",
        "1997, 4.9",
        "2001, 4.9",
        "2005, 2.1"
    })
    void theMeanErrorWithoutItsSignIsTheAverageThatThePublicationPrints(String election, double average) {
        assertThat(ERRORS.stream()
                        .filter(row -> row.text("election").equals(election))
                        .mapToDouble(row -> Math.abs(number(row, "error_on_lead_pts")))
                        .average()
                        .orElseThrow())
                .isCloseTo(average, within(0.051));
    }

    /** Leads of Labour in the British Polling Council's table of 6 May 2005, less the 2.9 points of the result. */
    @ParameterizedTest
    @CsvSource({"ICM, 6", "MORI, 5", "NOP, 3", "Populus, 6", "YouGov, 5"})
    void theErrorsOf2005AreThoseOfTheLeadsThatThePollstersThenPrinted(String pollster, double lead) {
        assertThat(ERRORS)
                .filteredOn(row -> row.text("election").equals("2005")
                        && row.text("pollster").equals(pollster))
                .singleElement()
                .satisfies(row -> assertThat(number(row, "error_on_lead_pts")).isCloseTo(lead - 2.9, within(0.001)));
    }

    @Test
    void theErrorTurnsItsSignWhereTheConservativesLed() {
        assertThat(ERRORS).allSatisfy(row -> assertThat(number(row, "lab_minus_con_error_pts"))
                .isEqualTo(sign(row) * number(row, "error_on_lead_pts"), within(1e-9)));
    }

    @Test
    void theLeadOf2010IsThatOfOurResultsInGreatBritain() {
        Map<String, Long> votes = SourceRow.of(DATA.resolve("elections/ge2010_constituencies.csv")).stream()
                .filter(row -> !row.text("ons_id").startsWith("N"))
                .flatMap(row -> List.of("con", "lab", "valid_votes").stream()
                        .map(column -> Map.entry(column, row.number(column).longValue())))
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.summingLong(Map.Entry::getValue)));
        double lead = 100.0 * (votes.get("con") - votes.get("lab")) / votes.get("valid_votes");

        assertThat(ERRORS)
                .filteredOn(row -> row.text("election").equals("2010"))
                .allSatisfy(row -> assertThat(number(row, "actual_lead_pts")).isCloseTo(lead, within(0.005)));
    }

    private static int sign(SourceRow row) {
        return row.text("party_leading").equals("lab") ? 1 : -1;
    }

    private static double number(SourceRow row, String column) {
        return Double.parseDouble(row.text(column));
    }
}
