package uk.hustings.local.keycloak;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static uk.hustings.local.keycloak.RunningKeycloak.claimsOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.hustings.local.keycloak.RunningKeycloak.Claims;

/** What the realm's tokens say, and who gets none. */
interface TokenFacts {

    RunningKeycloak keycloak();

    @Test
    default void anOrganisersTokenSaysWhatTheyMayDoAndWhere() {
        Claims claims = claimsOf(keycloak().tokenOf("exeter-organiser"));

        assertThat(claims.texts("/iss")).containsExactly(keycloak().issuer());
        assertThat(claims.texts("/aud")).containsExactly("hustings-api");
        assertThat(claims.texts("/preferred_username")).containsExactly("exeter-organiser");
        assertThat(claims.texts("/sub")).hasSize(1);
        assertThat(claims.realmRoles()).containsExactly("local-organiser");
        assertThat(claims.apiRoles()).containsExactly("seat:E14000698");
        assertThat(claims.texts("/local_party")).containsExactly("exeter");
        assertThat(claims.texts("/region")).isEmpty();
    }

    @Test
    default void accessTokensOfPeopleLiveFiveMinutes() {
        assertThat(claimsOf(keycloak().tokenOf("hq")).secondsToLive()).isEqualTo(300);
    }

    @Test
    default void headquartersNeedNoSeatRoles() {
        Claims claims = claimsOf(keycloak().tokenOf("hq"));

        assertThat(claims.texts("/aud")).containsExactly("hustings-api");
        assertThat(claims.realmRoles()).containsExactly("national-organiser");
        assertThat(claims.apiRoles()).isEmpty();
        assertThat(claims.texts("/local_party")).isEmpty();
    }

    @Test
    default void aRegionalOrganisersTokenNamesTheRegion() {
        Claims claims = claimsOf(keycloak().tokenOf("south-west"));

        assertThat(claims.realmRoles()).containsExactly("regional-organiser");
        assertThat(claims.texts("/region")).containsExactly("E12000009");
        assertThat(claims.apiRoles()).isEmpty();
    }

    @Test
    default void anAccountInTwoLocalPartiesIsSeenToBe() {
        Claims claims = claimsOf(keycloak().tokenOf("two-parties"));

        assertThat(claims.texts("/local_party")).containsExactlyInAnyOrder("exeter", "swansea-west");
        assertThat(claims.apiRoles()).containsExactlyInAnyOrder("seat:E14000698", "seat:W07000047");
    }

    @Test
    default void pollsServiceIsAServiceWhoseTokenOutlivesAnOutage() {
        Claims claims = claimsOf(keycloak().tokenOfService("polls-service"));

        assertThat(claims.texts("/aud")).containsExactly("hustings-api");
        assertThat(claims.apiRoles()).containsExactly("service");
        assertThat(claims.realmRoles()).isEmpty();
        assertThat(claims.texts("/resource_access/realm-management/roles")).isEmpty();
        assertThat(claims.secondsToLive()).isEqualTo(8 * 3600);
    }

    @Test
    default void campaignServiceIsAServiceThatMayAskForGroupsPeopleClientsAndEvents() {
        Claims claims = claimsOf(keycloak().tokenOfService("campaign-service"));

        assertThat(claims.texts("/aud")).containsExactly("hustings-api");
        assertThat(claims.apiRoles()).containsExactly("service");
        assertThat(claims.realmRoles()).isEmpty();
        assertThat(claims.texts("/resource_access/realm-management/roles"))
                .containsExactlyInAnyOrder("query-clients", "query-groups", "query-users", "view-events");
        assertThat(claims.secondsToLive()).isEqualTo(300);
    }

    @Test
    default void theLoaderIsANationalOrganiserAndNoService() {
        Claims claims = claimsOf(keycloak().tokenOfService("hustings-loader"));

        assertThat(claims.texts("/aud")).containsExactly("hustings-api");
        assertThat(claims.realmRoles()).containsExactly("national-organiser");
        assertThat(claims.apiRoles()).isEmpty();
    }

    @Test
    default void aClientThatIsNotOursGivesTokensThatAreNotMeantForTheApi() {
        assertThat(claimsOf(keycloak().tokenOf("exeter-organiser", "test-no-audience"))
                        .texts("/aud"))
                .doesNotContain("hustings-api");
        assertThat(claimsOf(keycloak().tokenOf("hq", "admin-cli")).texts("/aud"))
                .doesNotContain("hustings-api");
    }

    @Test
    default void theTestsHaveAClientWhoseTokensExpireSoon() {
        Claims claims = claimsOf(keycloak().tokenOf("exeter-organiser", "test-short-lived"));

        assertThat(claims.secondsToLive()).isEqualTo(2);
        assertThat(claims.apiRoles()).containsExactly("seat:E14000698");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hustings-web", "hustings-cli"})
    default void outsideTheDemoNobodyLogsInByGivingTheirPasswordToAProgram(String client) {
        keycloak().login("hq", client).then().statusCode(400).body("error", is("unauthorized_client"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"polls-service", "campaign-service", "hustings-loader"})
    default void aServiceWithoutItsSecretGetsNoToken(String client) {
        keycloak().loginOfService(client, "guessed").then().statusCode(401);
    }

    @Test
    default void aFrontendWithoutAProofKeyIsTurnedAway() {
        String login = keycloak().issuer() + "/protocol/openid-connect/auth?response_type=code&client_id=hustings-web"
                + "&scope=openid&redirect_uri=http://localhost:3000/";

        given().redirects()
                .follow(false)
                .get(login)
                .then()
                .statusCode(302)
                .header("Location", containsString("error=invalid_request"));
        given().redirects()
                .follow(false)
                .get(login + "&code_challenge_method=S256&code_challenge=" + "x".repeat(43))
                .then()
                .statusCode(200);
    }

    @Test
    default void aProgramWithoutABrowserAsksForACodeToTypeInElsewhere() {
        given().formParam("client_id", "hustings-cli")
                .post(keycloak().issuer() + "/protocol/openid-connect/auth/device")
                .then()
                .statusCode(200)
                .body("user_code", notNullValue());
    }
}
