package uk.hustings.local;

import uk.hustings.local.suite.App;
import uk.hustings.local.suite.DemoLogin;
import uk.hustings.local.suite.Ports;

/** What to do with a suite that has just become ready. */
final class Welcome {

    private Welcome() {}

    static String to(Ports ports) {
        return """

                  API        {gateway}
                  docs       {gateway}/docs
                  OpenAPI    {gateway}/openapi
                  Keycloak   {keycloak}  (admin; password in .hustings/secrets.properties)

                It is 14 April 2015, three weeks before the general election.
                Demo users: hq, analyst, auditor, south-west, exeter-organiser, exeter-canvasser and more
                (./hustings users lists them all); their password is {password}.

                Three things to try in another terminal:
                  curl '{gateway}/v1/rankings?party=lab&limit=5'
                  curl -H "Authorization: Bearer $(./hustings token exeter-organiser)" {gateway}/v1/campaign/access/me
                  ./hustings demo
                """.replace("{gateway}", ports.urlOf(App.GATEWAY).toString())
                .replace("{keycloak}", ports.keycloakUrl().toString())
                .replace("{password}", DemoLogin.PASSWORD);
    }
}
