package uk.hustings.seats;

import org.junit.jupiter.api.Test;
import uk.hustings.test.HouseRules;

class HouseRulesTest {

    @Test
    void theModuleKeepsTheHouseRules() {
        HouseRules.check("uk.hustings.seats");
    }
}
