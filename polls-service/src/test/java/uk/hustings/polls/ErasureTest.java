package uk.hustings.polls;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import uk.hustings.test.NamedAccounts;
import uk.hustings.test.Tokens;

/** A person who asks to be forgotten leaves the record; what was done stays in it. */
@QuarkusTest
class ErasureTest extends Running {

    private static final String READER = "somebody-who-left";

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String database;

    @Test
    void everyColumnThatNamesAnAccountSaysSo() {
        assertThat(accounts().unsaid()).isEmpty();
    }

    @Test
    void whoWasShownAPrivatePollCannotBeToldOnceErased() {
        String token = Tokens.of(READER).role("analyst").sign();
        given().auth()
                .oauth2(token)
                .get("/v1/polls?visibility=private&limit=1")
                .then()
                .statusCode(200);
        readings().body("items.reader", hasItem(READER));

        assertThat(accounts().erase(READER)).containsKey("poll_reading.reader");

        readings().body("items.reader", not(hasItem(READER))).body("items.reader", hasItem("erased"));
        assertThat(accounts().erase(READER)).as("the second time").isEmpty();
    }

    private static io.restassured.response.ValidatableResponse readings() {
        return given().auth()
                .oauth2(AUDITOR)
                .get("/v1/polls/readings?limit=200")
                .then()
                .statusCode(200);
    }

    private NamedAccounts accounts() {
        return NamedAccounts.of("polls", database);
    }
}
