package uk.hustings.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static uk.hustings.local.data.SentPolls.countBy;
import static uk.hustings.local.data.SentPolls.known;
import static uk.hustings.local.data.SentPolls.of;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** National polls as polls-service gets them. */
class NationalPollsTest {

    @Test
    void theFirstNationalPollAfterTheElectionOf2010StandsAsInPollBase() {
        assertThat(known(SentPolls.OF_2010_TO_2015.get(0)))
                .isEqualTo(Map.ofEntries(
                        Map.entry("pollster", "ComRes"),
                        Map.entry("client", "IoS/SM"),
                        Map.entry("population", "adults"),
                        Map.entry("geography", "gb"),
                        Map.entry("question", "standard"),
                        Map.entry("fieldworkStart", "2010-05-12"),
                        Map.entry("fieldworkEnd", "2010-05-13"),
                        Map.entry("mode", "phone"),
                        Map.entry("sampleSize", "1010"),
                        Map.entry("visibility", "public"),
                        Map.entry(
                                "source", "Mark Pack, PollBase, www.markpack.org.uk/opinion-polls, sheet 10-15, row 2"),
                        Map.entry("conPct", "38"),
                        Map.entry("labPct", "34"),
                        Map.entry("ldPct", "21"),
                        Map.entry("otherPct", "7")));
    }

    @Test
    void theFirstNationalPollOf2021TellsWhenItsFieldworkBeganAndNotWhenItEnded() {
        assertThat(known(SentPolls.OF_2021_TO_2023.get(0)))
                .containsEntry("pollster", "YouGov")
                .containsEntry("geography", "gb")
                .containsEntry("fieldworkStart", "2021-01-04")
                .containsEntry("conPct", "39")
                .containsEntry("labPct", "39")
                .containsEntry("ldPct", "6")
                .containsEntry("greenPct", "6")
                .containsEntry("reformPct", "3")
                .containsEntry("otherPct", "7")
                .doesNotContainKeys("client", "mode", "sampleSize");
        assertThat(SentPolls.OF_2021_TO_2023)
                .allMatch(row -> row.getField("fieldworkEnd").isEmpty());
    }

    @Test
    void of21PollsByOpiniumTheLastDayIsNotKnown() {
        assertThat(SentPolls.OF_2010_TO_2015)
                .filteredOn(row -> row.getField("fieldworkEnd").isEmpty())
                .hasSize(21)
                .allMatch(row -> row.getField("pollster").equals("Opinium"));
    }

    @Test
    void twoOfTheNationalPollsAreOfTheUnitedKingdom() {
        assertThat(countBy(SentPolls.OF_2010_TO_2015, "geography")).isEqualTo(Map.of("gb", 2_045L, "uk", 2L));
        assertThat(countBy(SentPolls.OF_2010_TO_2015, "mode"))
                .isEqualTo(Map.of("online", 1_777L, "phone", 269L, "", 1L));
        assertThat(countBy(SentPolls.OF_2021_TO_2023, "geography")).isEqualTo(Map.of("gb", 837L));
    }

    @Test
    void icmsLastPollOf2015IsSentWithEverybodyInIt() {
        assertThat(SentPolls.OF_2010_TO_2015)
                .filteredOn(of("pollster", "ICM").and(of("fieldworkEnd", "2015-05-06")))
                .extracting(row -> row.getField("sampleSize"), row -> row.getField("conPct"))
                .containsExactly(tuple("2023", "34"));
    }

    @Test
    void whatTheNationalFilesDoNotNameIsOthersIncludingThePartiesOfWhichTheyAreSilent() {
        assertThat(SentPolls.OF_2010_TO_2015)
                .allMatch(row -> !row.getField("otherPct").isEmpty());
        assertThat(SentPolls.OF_2010_TO_2015)
                .filteredOn(row -> row.getField("ukipPct").isEmpty())
                .hasSize(608);
        assertThat(SentPolls.OF_2010_TO_2015)
                .filteredOn(row -> new BigDecimal(row.getField("otherPct")).compareTo(new BigDecimal("25")) >= 0)
                .extracting(row -> row.getField("pollster"), row -> row.getField("fieldworkEnd"))
                .containsExactly(tuple("TNS BMRB", "2012-12-10"), tuple("YouGov", "2014-10-09"));
    }

    @Test
    void everyRowOfTheNationalFilesIsSentButThoseThatNothingTellsFromTheOneBefore() {
        assertThat(SourceRow.of(SentPolls.FOLDER.resolve("gb_polls_2010_2015.csv")))
                .hasSize(2_049);
        assertThat(SourceRow.of(SentPolls.FOLDER.resolve("gb_polls_2021_2023.csv")))
                .hasSize(843);

        assertThat(SentPolls.OF_2010_TO_2015).hasSize(2_049 - 2);
        assertThat(SentPolls.OF_2021_TO_2023).hasSize(843 - 6);
    }
}
