package uk.hustings.campaign;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.ConfigProvider;
import uk.hustings.test.Tokens;

/** What the tests of every feature do with the running service. All share one database: each works in seats of its own. */
public final class Campaign {

    private Campaign() {}

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    public static RequestSpecification asHq() {
        return as(Tokens.nationalOrganiser());
    }

    /** Posts JSON under a new key. */
    public static Response post(String token, String path, String json) {
        return post(token, path, json, UUID.randomUUID().toString());
    }

    public static Response post(String token, String path, String json, String key) {
        return as(token)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(json)
                .post(path);
    }

    /** Makes sure that a local party is there, which may have several seats. */
    public static void found(String localParty, String name, String region, String... seats) {
        awaitReady();
        asHq().header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv")
                .body("localParty,name,region,seatCodes\n%s,%s,%s,%s\n"
                        .formatted(localParty, name, region, String.join(" ", seats)))
                .post("/v1/campaign/local-parties/imports")
                .then()
                .statusCode(201);
    }

    /** Twins a local party with a seat for the rest of the campaign: it is proposed and accepted. */
    public static void twin(String donor, String target) {
        String id = post(Tokens.nationalOrganiser(), "/v1/campaign/twinnings", """
                        {"donor":"%s","target":"%s","from":"2015-04-14","until":"2015-05-07","pledgedHours":100,
                         "reason":"Help is wanted there"}
                        """.formatted(donor, target))
                .then()
                .statusCode(201)
                .extract()
                .path("twinning.twinningId");
        String organiser = Tokens.of(donor + "-organiser")
                .role("local-organiser")
                .localParty(donor)
                .sign();
        post(organiser, "/v1/campaign/twinnings/" + id + "/answers", "{\"answer\":\"accepted\",\"reason\":\"Gladly\"}")
                .then()
                .statusCode(200);
    }

    /** Contacts by doorstep on 14 April 2015, the day of the tests. */
    public static Response report(String token, String seat, int contacts) {
        return post(token, "/v1/campaign/seats/" + seat + "/contacts", """
                        {"counts":[{"day":"2015-04-14","channel":"doorstep","attempts":%d,"contacts":%d}]}
                        """.formatted(contacts * 2, contacts));
    }

    /** @throws AssertionError if it does not become true within twenty seconds */
    public static void await(String what, BooleanSupplier condition) {
        for (int tries = 0; tries < 200; tries++) {
            if (condition.getAsBoolean()) {
                return;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new AssertionError("Not within twenty seconds: " + what);
    }

    public static void awaitReady() {
        await("ready", () -> given().get("/q/health/ready").statusCode() == 200);
    }

    /** To the service's database, as the service itself. */
    public static Connection appConnection() throws SQLException {
        var config = ConfigProvider.getConfig();
        String url = config.getValue("quarkus.datasource.reactive.url", String.class);
        return DriverManager.getConnection(
                "jdbc:" + url.replaceFirst("^vertx-reactive:", ""),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }
}
