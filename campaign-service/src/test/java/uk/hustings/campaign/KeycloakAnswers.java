package uk.hustings.campaign;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What the service hears in the place of Keycloak, for faults that a real one cannot be made to show. What nobody has told
 * it to answer, it answers with 503.
 */
public final class KeycloakAnswers {

    private static final String ADMIN = "/no-keycloak/admin/realms/hustings";

    private KeycloakAnswers() {}

    /** A group that is what it should be. */
    public static String group(String id, String localParty, String... roles) {
        return """
                {"id":"%s","name":"%s","path":"/local-parties/%s","attributes":{"local_party":["%s"]},
                "clientRoles":{"hustings-api":[%s]}}""".formatted(
                        id,
                        localParty,
                        localParty,
                        localParty,
                        roles.length == 0 ? "" : '"' + String.join("\",\"", roles) + '"');
    }

    /** Answers with JSON, status 200. */
    public static void json(String path, String body) {
        put(path, given().contentType("application/json").body(body));
    }

    public static void status(String path, int status) {
        put(path, given().header("Answer-Status", status).body(status == 204 ? "" : "{}"));
    }

    /** As a proxy excuses itself. */
    public static void html(String path) {
        put(
                path,
                given().header("Answer-Type", "text/html")
                        .contentType("text/html")
                        .body("<html>Sorry</html>"));
    }

    public static void late(String path, long millis, String body) {
        put(path, given().header("Answer-Delay-Millis", millis).body(body));
    }

    public static void forget(String path) {
        given().delete(url() + "/answers" + ADMIN + path).then().statusCode(204);
    }

    public static String groupPath(String localParty) {
        return "/group-by-path/local-parties/" + localParty;
    }

    private static void put(String path, RequestSpecification answer) {
        answer.put(url() + "/answers" + ADMIN + path).then().statusCode(204);
    }

    private static String url() {
        return ConfigProvider.getConfig()
                .getValue("hustings.keycloak.url", String.class)
                .replace("/no-keycloak", "");
    }
}
