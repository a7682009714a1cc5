package uk.hustings.campaign.strategy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassRuleTest {

    private static final ClassRule RULE = new ClassRule(50, 106, BigDecimal.TEN);

    @ParameterizedTest
    @CsvSource({
        "false, 1, 0.11, key",
        "false, 50, 7.0, key",
        "false, 51, 7.1, battleground",
        "false, 87, 11.84, battleground",
        "false, 106, 14.0, battleground",
        "false, 107, 14.1, non-battleground",
        "false, 254, 29.89, non-battleground",
        "false, , 30.0, non-battleground",
        "true, , 9.99, defensive",
        "true, , 10.00, non-battleground",
        "true, , 20.49, non-battleground",
        "true, , , non-battleground"
    })
    void rankAndMajorityGiveTheClass(boolean held, Integer rank, BigDecimal majority, String expected) {
        assertThat(RULE.classOf(held, rank, majority).code()).isEqualTo(expected);
    }
}
