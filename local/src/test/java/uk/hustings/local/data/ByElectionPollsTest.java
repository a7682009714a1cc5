package uk.hustings.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.hustings.local.data.SentPolls.known;
import static uk.hustings.local.data.SentPolls.of;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Polls before by-elections as polls-service gets them. */
class ByElectionPollsTest {

    @Test
    void the28PollsOfByElectionsAreOfTheirSeatsAndEndBeforeTheyWerePublished() {
        List<SourceRow> sources = SourceRow.of(SentPolls.FOLDER.resolve("by_election_polls_2011_2019.csv")).stream()
                .filter(row -> row.text("row_type").equals("poll"))
                .toList();
        assertThat(SentPolls.OF_BY_ELECTIONS).hasSize(28).hasSameSizeAs(sources);
        for (int i = 0; i < sources.size(); i++) {
            NamedCsvRecord sent = SentPolls.OF_BY_ELECTIONS.get(i);
            assertThat(sent.getField("seatCode")).isEqualTo(sources.get(i).text("ons_id"));
            assertThat(sent.getField("fieldworkEnd"))
                    .isLessThanOrEqualTo(sources.get(i).text("published"));
            assertThat(sent.getField("fieldworkStart")).isLessThanOrEqualTo(sent.getField("fieldworkEnd"));
        }
    }

    @Test
    void thePollBeforeOldhamEastThatWasPrintedWithTheUndecidedIsRaw() {
        assertThat(known(SentPolls.OF_BY_ELECTIONS.get(0)))
                .containsEntry("pollster", "Survation")
                .containsEntry("fieldworkStart", "2010-12-28")
                .containsEntry("fieldworkEnd", "2011-01-07")
                .containsEntry("basis", "raw")
                .containsEntry("conPct", "6")
                .containsEntry("labPct", "31")
                .containsEntry("ldPct", "30")
                .containsEntry("otherPct", "8")
                .containsEntry("dontKnowPct", "25");
        assertThat(SentPolls.OF_BY_ELECTIONS.stream().skip(1))
                .allMatch(row -> row.getField("basis").isEmpty());
    }

    @Test
    void sharesThatAddUpTo101LeaveNothingToOthersAndGivenOthersStay() {
        assertThat(SentPolls.OF_BY_ELECTIONS)
                .filteredOn(row -> row.getField("otherPct").isEmpty())
                .singleElement()
                .extracting(row -> row.getField("seatCode"), row -> row.getField("pollster"), SentPolls::sum)
                .containsExactly("E14000747", "Survation", new BigDecimal("101"));
        assertThat(SentPolls.OF_BY_ELECTIONS)
                .filteredOn(of("seatCode", "W07000068"))
                .extracting(row -> row.getField("otherPct"))
                .containsExactly("20");
    }
}
