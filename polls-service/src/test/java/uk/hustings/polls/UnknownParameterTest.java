package uk.hustings.polls;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import uk.hustings.test.UnknownParameters;

@QuarkusTest
class UnknownParameterTest extends Running {

    @Test
    void everyOperationRefusesThem() {
        UnknownParameters.areRefusedByEveryOperation(HQ, ANALYST, AUDITOR);
    }
}
