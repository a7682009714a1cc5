package uk.hustings.campaign;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BiConsumer;
import uk.hustings.test.Upstream;

/**
 * In the place of seats-service: the real seats as they stood for Labour on 14 April 2015; and of polls-service, which has no
 * forecast until a test serves one through a {@code BiConsumer<String, String>} of its own. No Keycloak behind it.
 */
public class SeatsUpstream implements QuarkusTestResourceLifecycleManager {

    /** A field that takes a path and a JSON document to be served there. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.FIELD)
    public @interface Serves {}

    private Upstream upstream;

    @Override
    public Map<String, String> start() {
        upstream = Upstream.start();
        try (var standings = SeatsUpstream.class.getResourceAsStream("/standings.json")) {
            upstream.serve("/internal/standings", new String(standings.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Map.of(
                "hustings.seats.url",
                upstream.url(),
                "hustings.polls.url",
                upstream.url(),
                "hustings.keycloak.url",
                upstream.url() + "/no-keycloak",
                "hustings.service.secret",
                "of-the-test");
    }

    @Override
    public void inject(TestInjector testInjector) {
        // Test and resource have class loaders of their own: only a type of the JDK is the same to both.
        BiConsumer<String, String> serve = upstream::serve;
        testInjector.injectIntoFields(serve, new TestInjector.AnnotatedAndMatchesType(Serves.class, BiConsumer.class));
    }

    @Override
    public void stop() {
        upstream.close();
    }
}
