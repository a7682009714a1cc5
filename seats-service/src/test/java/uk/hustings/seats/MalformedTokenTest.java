package uk.hustings.seats;

import io.quarkus.test.junit.QuarkusTest;
import uk.hustings.test.MalformedTokens;

@QuarkusTest
class MalformedTokenTest extends MalformedTokens {

    MalformedTokenTest() {
        super("/v1/seats", "/internal/seats");
    }
}
