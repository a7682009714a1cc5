package uk.hustings.seats.change.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Tally TALLY = new Tally(Map.of("lab", 30L, "con", 30L, "other", 40L), 200L);

    @Test
    void sharesStandByVotesThenByCode() {
        assertThat(TALLY.sharesPct().keySet()).containsExactly("other", "con", "lab");
        assertThat(TALLY.sharesPct()).containsEntry("con", 30.0);
        assertThat(TALLY.turnoutPct()).isEqualTo(50.0);
        assertThat(TALLY.sharePct("ld")).isNull();
    }

    @Test
    void theBucketOfAllOthersDoesNotLead() {
        assertThat(TALLY.leading()).contains(new PartyPair("con", "lab"));
        assertThat(new Tally(Map.of("con", 3L, "other", 2L), null).leading()).isEmpty();
    }

    @Test
    void theMajorityIsTheFirstPartysLeadOverTheSecond() {
        Tally tally = new Tally(Map.of("lab", 30L, "con", 50L, "ld", 5L, "other", 40L), null);

        assertThat(tally.majorityVotes()).isEqualTo(20);
        assertThat(tally.majorityPct()).isEqualTo(16.0);
        assertThat(TALLY.majorityVotes()).isZero();
        assertThat(new Tally(Map.of("con", 3L, "other", 2L), null).majorityVotes())
                .isNull();
        assertThat(new Tally(Map.of("con", 3L, "other", 2L), null).majorityPct())
                .isNull();
    }

    @Test
    void seatsAddUpAndAnUnknownElectorateMakesTheSumUnknown() {
        Tally more = new Tally(Map.of("con", 10L, "snp", 90L), 100L);

        assertThat(Tally.sum(List.of(TALLY, more)))
                .contains(new Tally(Map.of("lab", 30L, "con", 40L, "other", 40L, "snp", 90L), 300L));
        assertThat(Tally.sum(List.of(TALLY, new Tally(Map.of("con", 1L), null)))
                        .orElseThrow()
                        .turnoutPct())
                .isNull();
        assertThat(Tally.sum(List.of())).isEmpty();
    }

    @Test
    void changesAreOfThosePartiesThatStoodBothTimes() {
        Tally before = new Tally(Map.of("con", 50L, "ld", 50L), null);

        assertThat(TALLY.changesPts(before)).isEqualTo(Map.of("con", -20.0));
    }

    @Test
    void aTallyHasVotes() {
        assertThatThrownBy(() -> new Tally(Map.of("con", 0L), null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tally(Map.of("con", -1L, "lab", 3L), null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
