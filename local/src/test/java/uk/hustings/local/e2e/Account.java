package uk.hustings.local.e2e;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import uk.hustings.local.suite.DemoLogin;

/**
 * An account in Keycloak, whose owner logs in by password.
 *
 * @param name as Keycloak knows it
 */
record Account(String name) {

    static final Account HQ = new Account("hq");
    static final Account ANALYST = new Account("analyst");
    static final Account AUDITOR = new Account("auditor");

    /** Well within the five minutes that a token lives. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(2);

    private static final Map<Account, Login> LOGINS = new ConcurrentHashMap<>();

    private record Login(String token, long at) {

        boolean good() {
            return System.nanoTime() - at < GOOD_FOR.toNanos();
        }
    }

    static Account canvasserOf(String localParty) {
        return Realm.account("canvasser", "/local-parties/" + localParty);
    }

    static Account organiserOf(String localParty) {
        return Realm.account("local-organiser", "/local-parties/" + localParty);
    }

    /** @param region GSS code */
    static Account regionalOrganiserOf(String region) {
        return Realm.account("regional-organiser", "/regions/" + region);
    }

    /** An access token of the last two minutes. */
    String token() {
        return LOGINS.compute(this, (who, last) -> last != null && last.good() ? last : login())
                .token();
    }

    /** An access token as Keycloak would make it now. */
    String freshToken() {
        LOGINS.put(this, login());
        return token();
    }

    private Login login() {
        return new Login(new DemoLogin(Api.ports().tokenEndpoint()).accessToken(name), System.nanoTime());
    }
}
