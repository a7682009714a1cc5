package uk.hustings.campaign;

import org.junit.jupiter.api.Test;
import uk.hustings.test.HouseRules;

class HouseRulesTest {

    @Test
    void theModuleIsBuiltByTheHouseRules() {
        HouseRules.check("uk.hustings.campaign");
    }
}
