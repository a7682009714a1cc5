package uk.hustings.local.bench;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import uk.hustings.local.data.FactsLoader;
import uk.hustings.local.suite.App;
import uk.hustings.local.suite.LoneService;
import uk.hustings.test.Tokens;
import uk.hustings.test.Upstream;

/**
 * What seats-service feeds its followers when it knows all facts, asked once of the real one, and served on by a stand-in
 * that takes nothing from the service under measurement.
 */
public final class SeatsFeed {

    private static final String SEATS = "/internal/seats";
    private static final String STANDINGS = "/internal/standings";
    private static final String PARTY = "lab";
    private static final int HEAP_MEBIBYTES = 256;

    private SeatsFeed() {}

    /** @param home directory of the service while it runs */
    public static Upstream standIn(Path projectRoot, Path home) {
        try (LoneService process = LoneService.prepare(projectRoot, home, App.SEATS)) {
            Service seats = new Service(process, Map.of());
            seats.restart(HEAP_MEBIBYTES);
            new FactsLoader(projectRoot.resolve("data"), seats.url(), Tokens::nationalOrganiser).load();
            Upstream upstream = Upstream.start();
            upstream.serve(SEATS, document(seats, SEATS));
            upstream.serve(STANDINGS, document(seats, STANDINGS + "?party=" + PARTY));
            upstream.serve("/internal/locks", "{\"version\": 1, \"locks\": []}");
            return upstream;
        }
    }

    /** Configuration of a polls-service that follows the stand-in. */
    public static Map<String, String> configuration(Upstream upstream) {
        return Map.of(
                "HUSTINGS_SEATS_URL", upstream.url(),
                "HUSTINGS_CAMPAIGN_URL", upstream.url(),
                "HUSTINGS_SERVICE_SECRET", "of-the-bench",
                "QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", upstream.url(),
                "QUARKUS_OIDC_CLIENT_TOKEN_PATH", "/token");
    }

    /** Configuration of a campaign-service that follows the stand-in, for want of a Keycloak in vain where roles are concerned. */
    public static Map<String, String> configurationOfCampaign(Upstream upstream) {
        Map<String, String> configuration = new HashMap<>(configuration(upstream));
        configuration.remove("HUSTINGS_CAMPAIGN_URL");
        configuration.put("HUSTINGS_KEYCLOAK_URL", upstream.url());
        configuration.put("HUSTINGS_PARTY", PARTY);
        configuration.put("HUSTINGS_POLLING_DAY", "2015-05-07");
        return configuration;
    }

    private static String document(Service seats, String path) {
        Question question = Question.of(path).with("Authorization", "Bearer " + Tokens.service(), 200);
        HttpResponse<byte[]> answer = seats.get(seats.url(), question);
        if (answer.statusCode() != question.status()) {
            throw new BenchFailed("seats-service answered %s with %d.".formatted(path, answer.statusCode()));
        }
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
