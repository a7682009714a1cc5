package uk.hustings.campaign.rolesync.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleChangeTest {

    @Test
    void whatIsMissingIsAddedAndWhatIsTooMuchIsTakenAway() {
        assertThat(RoleChange.between(
                        Set.of("seat:E14000698", "seat:E14000973"), Set.of("seat:E14000653", "seat:E14000698")))
                .isEqualTo(new RoleChange(Set.of("seat:E14000653"), Set.of("seat:E14000973")));
    }

    @Test
    void rolesThatAreNoneOfOursAreLeftAlone() {
        assertThat(RoleChange.between(Set.of("newsletter", "seatless"), Set.of())
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aTwinningThatHasEndedIsTakenAway() {
        assertThat(RoleChange.between(Set.of("seat:E14000698", "twin:E14000653"), Set.of("seat:E14000698")))
                .isEqualTo(new RoleChange(Set.of(), Set.of("twin:E14000653")));
    }

    @Test
    void equalIsNothingToDo() {
        assertThat(RoleChange.between(Set.of("seat:E14000698"), Set.of("seat:E14000698"))
                        .isEmpty())
                .isTrue();
    }
}
