package uk.hustings.gateway;

import org.junit.jupiter.api.Test;
import uk.hustings.test.HouseRules;

class HouseRulesTest {

    @Test
    void theGatewayKeepsTheHouseRules() {
        HouseRules.check("uk.hustings.gateway");
    }
}
