package uk.hustings.local.keycloak;

import org.junit.jupiter.api.BeforeAll;
import uk.hustings.local.suite.RunningSuite;
import uk.hustings.local.suite.Suite;

/** The Keycloak of the running suite: its tokens, and the rights of campaign-service in it. */
class KeycloakTest implements TokenFacts, RightsFacts {

    private static RunningKeycloak keycloak;

    @BeforeAll
    static void startSuite() {
        Suite suite = RunningSuite.get();
        keycloak = new RunningKeycloak(
                suite.ports().keycloakUrl(), suite.secrets().keycloakAdmin(), suite.secrets()::client);
    }

    @Override
    public RunningKeycloak keycloak() {
        return keycloak;
    }
}
