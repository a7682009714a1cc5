package uk.hustings.polls;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.function.Consumer;
import uk.hustings.polls.real.RealFeed;
import uk.hustings.test.Upstream;

/**
 * In the place of seats-service, campaign-service and Keycloak. The seats are there from the start, with their real
 * results; the locks are not, until a test serves some through a {@code Consumer<String>} of its own.
 */
public class Upstreams implements QuarkusTestResourceLifecycleManager {

    private Upstream upstream;

    @Override
    public Map<String, String> start() {
        upstream = Upstream.start();
        upstream.serve("/internal/seats", RealFeed.seats());
        return Map.of(
                "hustings.seats.url", upstream.url(),
                "hustings.campaign.url", upstream.url(),
                "quarkus.oidc-client.auth-server-url", upstream.url(),
                "quarkus.oidc-client.token-path", "/token",
                "hustings.service.secret", "of-the-test");
    }

    @Override
    public void inject(TestInjector testInjector) {
        // Test and resource have class loaders of their own: only a type of the JDK is the same to both.
        Consumer<String> serveLocks = locks -> upstream.serve("/internal/locks", locks);
        testInjector.injectIntoFields(
                serveLocks, new TestInjector.AnnotatedAndMatchesType(Running.ServesLocks.class, Consumer.class));
    }

    @Override
    public void stop() {
        upstream.close();
    }
}
