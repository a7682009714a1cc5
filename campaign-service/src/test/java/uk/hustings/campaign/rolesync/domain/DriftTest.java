package uk.hustings.campaign.rolesync.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.hustings.campaign.rolesync.domain.Drift.Difference.EXTRA;
import static uk.hustings.campaign.rolesync.domain.Drift.Difference.MISSING;
import static uk.hustings.campaign.rolesync.domain.Drift.Difference.NO_GROUP;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DriftTest {

    private static final String SEAT = "seat:E14000698";
    private static final String TWIN = "twin:E14000653";

    @Test
    void whatIsMissingAndWhatIsTooMuchAreToldApart() {
        assertThat(Drift.between(
                        Map.of("exeter", Set.of(SEAT, "claim:exeter"), "redcar", Set.of()),
                        Map.of("exeter", Set.of(TWIN), "redcar", Set.of("claim:redcar"), "reserved-01", Set.of(SEAT))))
                .containsExactly(
                        new Drift("exeter", "claim:exeter", MISSING),
                        new Drift("exeter", SEAT, MISSING),
                        new Drift("exeter", TWIN, EXTRA),
                        new Drift("redcar", "claim:redcar", EXTRA));
    }

    @Test
    void aGroupThatIsNotThereIsOneDifferenceUnlessItShouldCarryNothing() {
        assertThat(Drift.between(Map.of("exeter", Set.of(SEAT, TWIN), "gone", Set.of()), Map.of()))
                .containsExactly(new Drift("exeter", "", NO_GROUP));
    }

    @Test
    void equalIsNoDrift() {
        assertThat(Drift.between(Map.of("exeter", Set.of(SEAT)), Map.of("exeter", Set.of(SEAT))))
                .isEmpty();
    }

    @Test
    void rolesThatAreNoneOfOursAreNotCompared() {
        assertThat(Drift.carried(List.of("exeter"), Set.of(SEAT, "newsletter")))
                .containsExactlyInAnyOrder("claim:exeter", SEAT);
    }

    @Test
    void onlyARoleThatWasTakenAwayMayStayAway() {
        assertThat(new Drift("exeter", SEAT, MISSING).adoptable()).isTrue();
        assertThat(new Drift("exeter", SEAT, EXTRA).adoptable()).isFalse();
        assertThat(new Drift("exeter", "claim:exeter", MISSING).adoptable()).isFalse();
        assertThat(new Drift("exeter", "", NO_GROUP).adoptable()).isFalse();
    }
}
