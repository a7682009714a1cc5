package uk.hustings.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A key that {@link Tokens} signs with, for a part of the suite that checks tokens and has no database. */
public class SigningKey implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of("quarkus.oidc.public-key", Tokens.newSigningKey(), "quarkus.oidc.token.issuer", Tokens.ISSUER);
    }

    @Override
    public void stop() {
        // The key lives as long as the test run; nothing is open.
    }
}
