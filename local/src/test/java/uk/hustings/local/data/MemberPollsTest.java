package uk.hustings.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static uk.hustings.local.data.SentPolls.countBy;
import static uk.hustings.local.data.SentPolls.hasFigures;
import static uk.hustings.local.data.SentPolls.of;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Private polls of party members as polls-service gets them. */
class MemberPollsTest {

    @Test
    void theTwelvePollsOfMembersClaimNoPollsterAndNoDays() {
        assertThat(SentPolls.OF_MEMBERS).hasSize(12).allSatisfy(row -> {
            assertThat(row.getField("question")).isEqualTo("members-ballot");
            assertThat(Stream.of("pollster", "client", "fieldworkStart", "fieldworkEnd", "sampleSize")
                            .map(row::getField))
                    .containsOnly("");
        });
        assertThat(SentPolls.OF_MEMBERS).filteredOn(SentPolls::hasFigures).hasSize(8);
    }

    @Test
    void eachPollOfMembersNamesTheMpWhoToldOfItAndWhoWasSaidToLead() {
        assertThat(countBy(SentPolls.OF_MEMBERS, "statementOption"))
                .isEqualTo(Map.of("smith", 9L, "corbyn", 1L, "tie", 2L));
        assertThat(SentPolls.OF_MEMBERS)
                .filteredOn(row -> !hasFigures(row))
                .extracting(row -> row.getField("speaker"), row -> row.getField("statementOption"))
                .containsExactly(
                        tuple("Neil Coyle", "smith"),
                        tuple("Angela Smith", "smith"),
                        tuple("Graham Jones", "tie"),
                        tuple("Alan Campbell", "tie"));
    }

    @Test
    void exeterHasItsFiguresOfEverybodyAskedAndHoveNoUndecided() {
        assertThat(figures("E14000698")).containsExactly("raw", "46", "34", "18");
        assertThat(figures("E14000755")).containsExactly("", "45", "55", "");
        assertThat(figures("E14000553")).containsOnly("");
    }

    private static List<String> figures(String seat) {
        return SentPolls.OF_MEMBERS.stream()
                .filter(of("seatCode", seat))
                .map(row -> Stream.of("basis", "smithPct", "corbynPct", "dontKnowPct")
                        .map(row::getField)
                        .toList())
                .findFirst()
                .orElseThrow();
    }
}
