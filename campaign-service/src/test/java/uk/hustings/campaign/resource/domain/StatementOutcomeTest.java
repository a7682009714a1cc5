package uk.hustings.campaign.resource.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class StatementOutcomeTest {

    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final Edition THIRD = new Edition(3, new BigDecimal("10.00"), "Committee");
    private static final Edition WITHDRAWN = new Edition(4, null, null);

    @Test
    void theFirstStatementIsTheFirstEdition() {
        assertThat(StatementOutcome.of(null, TEN, "Committee", null)).isEqualTo(new StatementOutcome.Recorded(1, null));
    }

    @Test
    void theSameAgainChangesNothing() {
        assertThat(StatementOutcome.of(THIRD, TEN, "Committee", null)).isEqualTo(new StatementOutcome.Unchanged());
    }

    @Test
    void anotherAmountOrSourceMustNameTheEditionThatItReplaces() {
        assertThat(StatementOutcome.of(THIRD, BigDecimal.ONE, "Committee", null))
                .isEqualTo(new StatementOutcome.AlreadyStated(3));
        assertThat(StatementOutcome.of(THIRD, TEN, "Telephone", null)).isEqualTo(new StatementOutcome.AlreadyStated(3));
        assertThat(StatementOutcome.of(THIRD, BigDecimal.ONE, "Committee", 3))
                .isEqualTo(new StatementOutcome.Recorded(4, 3));
    }

    @Test
    void onlyTheCurrentEditionIsCorrected() {
        assertThat(StatementOutcome.of(THIRD, BigDecimal.ONE, "Committee", 2))
                .isEqualTo(new StatementOutcome.NotCurrent(3));
        assertThat(StatementOutcome.of(null, BigDecimal.ONE, "Committee", 1))
                .isEqualTo(new StatementOutcome.NotCurrent(null));
        assertThat(StatementOutcome.of(WITHDRAWN, BigDecimal.ONE, "Committee", 4))
                .isEqualTo(new StatementOutcome.NotCurrent(null));
    }

    @Test
    void afterAWithdrawalItCanBeStatedAgain() {
        assertThat(StatementOutcome.of(WITHDRAWN, TEN, "Committee", null))
                .isEqualTo(new StatementOutcome.Recorded(5, null));
    }
}
