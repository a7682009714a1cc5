package uk.hustings.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Vacancies and defections, which stand in the form of the API in the data. */
class HolderEventsTest {

    private static final Path DATA = Path.of("..", "data");
    private static final SeatFile SEATS = SeatFile.of2010(DATA.resolve("geography"));
    private static final List<SourceRow> EVENTS = SourceRow.of(DATA.resolve("elections/holder_events.csv"));
    private static final List<SourceRow> BY_ELECTIONS = SourceRow.of(DATA.resolve("elections/by_elections.csv"));

    @Test
    void everyEventNamesASeatSaysWhatHappenedAndWhoSaysSo() {
        assertThat(EVENTS).allSatisfy(event -> {
            assertThat(event.text("boundarySet")).isEqualTo("2010");
            assertThat(SEATS.names()).containsKey(event.text("seatCode"));
            assertThat(event.text("note")).isNotEmpty();
            assertThat(event.text("source")).isNotEmpty();
        });
        assertThat(EVENTS)
                .extracting(event -> event.text("boundarySet") + event.text("seatCode") + event.text("day"))
                .doesNotHaveDuplicates();
    }

    @Test
    void beforeEachByElectionTheSeatWasVacantOnTheDayOfTheWritAtTheLatest() {
        assertThat(vacancies()).hasSize(BY_ELECTIONS.size());
        assertThat(BY_ELECTIONS).hasSize(59).allSatisfy(byElection -> assertThat(vacancies())
                .as("%s %s", byElection.text("constituency_name"), byElection.text("by_election_date"))
                .filteredOn(vacancy -> vacancy.text("seatCode").equals(byElection.text("ons_id")))
                .filteredOn(vacancy -> !vacancy.day("day").isAfter(byElection.day("writ_date")))
                .filteredOn(vacancy ->
                        vacancy.day("day").isAfter(byElection.day("writ_date").minusDays(60)))
                .hasSize(1));
    }

    @Test
    void theSeatsOfThoseWhoLeftForUkipWereVacantLongBeforeTheWrit() {
        assertThat(vacancies())
                .extracting(event -> SEATS.names().get(event.text("seatCode")), event -> event.day("day"))
                .contains(
                        tuple("Clacton", LocalDate.of(2014, 8, 29)),
                        tuple("Rochester and Strood", LocalDate.of(2014, 9, 30)));
    }

    @Test
    void aDefectionNamesThePartyJoinedAndAVacancyNone() {
        List<String> parties = SourceRow.of(DATA.resolve("parties.csv")).stream()
                .map(row -> row.text("code"))
                .toList();
        assertThat(vacancies()).allMatch(event -> event.text("party").isEmpty());
        assertThat(defections()).hasSize(8).allMatch(event -> parties.contains(event.text("party")));
        assertThat(defections())
                .extracting(event -> SEATS.names().get(event.text("seatCode")), event -> event.text("party"))
                .containsSequence(tuple("Streatham", "ind"), tuple("Streatham", "ld"), tuple("Bracknell", "ld"));
    }

    private static Stream<SourceRow> of(String kind) {
        return EVENTS.stream().filter(event -> event.text("kind").equals(kind));
    }

    private static List<SourceRow> vacancies() {
        return of("vacancy").toList();
    }

    private static List<SourceRow> defections() {
        return of("defection").toList();
    }
}
