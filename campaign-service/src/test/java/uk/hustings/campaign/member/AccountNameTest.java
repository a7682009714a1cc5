package uk.hustings.campaign.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;

class AccountNameTest {

    @Test
    void itIsComparedInLowerCaseAsKeycloakKeepsIt() {
        assertThat(AccountName.of(" Exeter-Organiser ")).isEqualTo(AccountName.of("exeter-organiser"));
    }

    @Test
    void itHasUpTo255Characters() {
        assertThat(AccountName.of("x".repeat(255)).value()).hasSize(255);
        refused("x".repeat(256));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0001b", "a\nb"})
    void itIsTextOfOneLine(String typed) {
        refused(typed);
    }

    @Test
    void itHasNoHalfOfACharacter() {
        refused("a" + (char) 0xD800);
    }

    private static void refused(String typed) {
        assertThatThrownBy(() -> AccountName.of(typed))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.INVALID_PARAMETER));
    }
}
