package uk.hustings.campaign.spending.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.hustings.campaign.spending.domain.ExpenseStatus.COMMITTED;
import static uk.hustings.campaign.spending.domain.ExpenseStatus.DECLARED;
import static uk.hustings.campaign.spending.domain.ExpenseStatus.RELEASED;
import static uk.hustings.campaign.spending.domain.ExpenseStatus.WITHDRAWN;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.hustings.campaign.spending.domain.Budget.Decision;

class BudgetTest {

    private static final Budget USED = new Budget(pounds("13041.06"), pounds("8000.00"), pounds("5000.00"));

    @Test
    void headroomIsTheLimitWithoutWhatIsDeclaredAndCommitted() {
        assertThat(USED.headroomGbp()).isEqualTo(pounds("41.06"));
        assertThat(Budget.unused(pounds("13041.06")).headroomGbp()).isEqualTo(pounds("13041.06"));
    }

    @Test
    void aCommitmentOfAllTheHeadroomIsAcceptedAndAPennyMoreIsRefused() {
        assertThat(USED.decide(COMMITTED, pounds("41.06")))
                .isEqualTo(new Decision.Accepted(new Budget(pounds("13041.06"), pounds("8000.00"), pounds("5041.06"))));
        assertThat(USED.decide(COMMITTED, pounds("41.07"))).isEqualTo(new Decision.Refused(USED, pounds("41.07")));
    }

    @Test
    void aDeclarationOverTheHeadroomIsRecordedAndFlagged() {
        assertThat(USED.decide(DECLARED, pounds("41.06"))).isInstanceOf(Decision.Accepted.class);
        Decision.Flagged flagged = (Decision.Flagged) USED.decide(DECLARED, pounds("41.07"));
        assertThat(flagged.after().headroomGbp()).isEqualTo(pounds("-0.01"));
        assertThat(flagged.after().declaredOverLimit()).isFalse();
        assertThat(((Decision.Flagged) USED.decide(DECLARED, pounds("5041.07")))
                        .after()
                        .declaredOverLimit())
                .isTrue();
    }

    @Test
    void aCommitmentMayBeLoweredThoughTheHeadroomIsNegative() {
        Budget exceeded = USED.plus(DECLARED, pounds("1000.00"));
        Budget without = exceeded.minus(COMMITTED, pounds("5000.00"));
        assertThat(without.replace(COMMITTED, pounds("5000.00"), pounds("4900.00")))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(without.replace(COMMITTED, pounds("5000.00"), pounds("5000.00")))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(without.replace(COMMITTED, pounds("5000.00"), pounds("5000.01")))
                .isInstanceOf(Decision.Refused.class);
        assertThat(without.replace(WITHDRAWN, pounds("5000.00"), pounds("5000.00")))
                .isEqualTo(new Decision.Accepted(without));
        assertThat(without.replace(RELEASED, pounds("5000.00"), pounds("5000.00")))
                .isEqualTo(new Decision.Accepted(without));
    }

    @Test
    void commitmentsAloneNeverExceedTheLimit() {
        Random random = new Random(2015);
        for (int round = 0; round < 200; round++) {
            Budget budget = Budget.unused(BigDecimal.valueOf(random.nextInt(2_000_000), 2));
            for (int expense = 0; expense < 50; expense++) {
                BigDecimal amount = BigDecimal.valueOf(random.nextInt(200_000), 2);
                if (budget.decide(COMMITTED, amount) instanceof Decision.Accepted accepted) {
                    budget = accepted.after();
                }
                assertThat(budget.headroomGbp()).isNotNegative();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "100.00, 0.00, 100, 100.00",
        "100.00, 50.00, 100, 150.00",
        "100.00, 50.00, 50, 75.00",
        "0.00, 80.00, 25, 20.00",
        "100.00, 0.00, 0, 0.00",
        "100.00, 0.00, 33.33, 33.33",
        "0.01, 0.00, 50, 0.01",
        "0.01, 0.00, 49.99, 0.00",
    })
    void theCandidatesPartOfMoneyAndNotionalValueCounts(
            BigDecimal paid, BigDecimal notional, BigDecimal share, BigDecimal counted) {
        assertThat(new Cost(paid, notional, share).countedGbp()).isEqualTo(counted);
    }

    @Test
    void onlyACommitmentIsDeclaredOrReleased() {
        assertThat(COMMITTED.after(ExpenseStep.DECLARE)).contains(DECLARED);
        assertThat(COMMITTED.after(ExpenseStep.RELEASE)).contains(RELEASED);
        assertThat(DECLARED.after(ExpenseStep.DECLARE)).isEmpty();
        assertThat(DECLARED.after(ExpenseStep.RELEASE)).isEmpty();
        assertThat(DECLARED.after(ExpenseStep.CORRECT)).contains(DECLARED);
        assertThat(COMMITTED.after(ExpenseStep.CORRECT)).contains(COMMITTED);
        assertThat(DECLARED.after(ExpenseStep.WITHDRAW)).contains(WITHDRAWN);
        for (ExpenseStep step : ExpenseStep.values()) {
            assertThat(RELEASED.after(step)).isEmpty();
            assertThat(WITHDRAWN.after(step)).isEmpty();
        }
    }

    private static BigDecimal pounds(String text) {
        return new BigDecimal(text);
    }
}
