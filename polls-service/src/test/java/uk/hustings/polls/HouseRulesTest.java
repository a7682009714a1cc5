package uk.hustings.polls;

import org.junit.jupiter.api.Test;
import uk.hustings.test.HouseRules;

class HouseRulesTest {

    @Test
    void theModuleIsBuiltAsTheHouseBuilds() {
        HouseRules.check("uk.hustings.polls");
    }
}
