package uk.hustings.local.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import uk.hustings.local.data.FactsLoader;
import uk.hustings.local.suite.App;
import uk.hustings.local.suite.LoneService;
import uk.hustings.test.Tokens;
import uk.hustings.test.Upstream;

/**
 * What seats-service feeds its followers when it knows all facts: asked once of the real one, and served on by a stand-in
 * that takes nothing from the service under measurement.
 */
final class SeatsFeed {

    private static final String PATH = "/internal/seats";
    private static final int HEAP_MEBIBYTES = 256;

    private SeatsFeed() {}

    /** @param home directory of the service while it runs */
    static Upstream standIn(Path projectRoot, Path home) {
        try (LoneService process = LoneService.prepare(projectRoot, home, App.SEATS)) {
            Service seats = new Service(process, Map.of());
            seats.restart(HEAP_MEBIBYTES);
            new FactsLoader(projectRoot.resolve("data"), seats.url(), Tokens::nationalOrganiser).load();
            Question question = Question.of(PATH).with("Authorization", "Bearer " + Tokens.service(), 200);
            String document = new String(seats.get(seats.url(), question).body(), StandardCharsets.UTF_8);
            Upstream upstream = Upstream.start();
            upstream.serve(PATH, document);
            upstream.serve("/internal/locks", "{\"version\": 1, \"locks\": []}");
            return upstream;
        }
    }

    /** Configuration of a polls-service that follows the stand-in. */
    static Map<String, String> configuration(Upstream upstream) {
        return Map.of(
                "HUSTINGS_SEATS_URL", upstream.url(),
                "HUSTINGS_CAMPAIGN_URL", upstream.url(),
                "HUSTINGS_SERVICE_SECRET", "of-the-bench",
                "QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", upstream.url(),
                "QUARKUS_OIDC_CLIENT_TOKEN_PATH", "/token");
    }
}
