package uk.hustings.seats;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.api.kept.KeptAnswers;
import uk.hustings.test.Tokens;
import uk.hustings.test.UnknownParameters;

@QuarkusTest
class UnknownParameterTest {

    @Inject
    KeptAnswers kept;

    @BeforeEach
    void importRealData() {
        Imported.once();
    }

    @Test
    void everyOperationRefusesThem() {
        UnknownParameters.areRefusedByEveryOperation(Tokens.nationalOrganiser());
    }

    @Test
    void theRefusalNamesTheUnknownAndTheKnown() {
        given().get("/v1/elections/ge2010/results?regoin=E12000009&limit=2")
                .then()
                .statusCode(400)
                .body("type", is("/problems/invalid-parameter"))
                .body("parameter", is("regoin"))
                .body("detail", containsString("cursor, limit, region, seat"));
    }

    @Test
    void theyTakeNoRoomInTheCache() {
        given().get("/v1/parties").then().statusCode(200);
        long before = kept.weight();

        for (int n = 0; n < 20; n++) {
            given().get("/v1/parties?x=" + n).then().statusCode(400);
        }

        assertThat(kept.weight()).isEqualTo(before);
    }
}
