package uk.hustings.local.keycloak;

import uk.hustings.local.suite.RunningSuite;
import uk.hustings.local.suite.Suite;

/** The Keycloak of the running suite: its tokens, and the rights of campaign-service in it. */
class KeycloakTest implements TokenFacts, RightsFacts {

    @Override
    public RunningKeycloak keycloak() {
        Suite suite = RunningSuite.get();
        return new RunningKeycloak(
                suite.ports().keycloakUrl(), suite.secrets().keycloakAdmin(), suite.secrets()::client);
    }
}
