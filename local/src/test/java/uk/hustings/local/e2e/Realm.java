package uk.hustings.local.e2e;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import uk.hustings.local.suite.DemoLogin;
import uk.hustings.local.suite.RunningSuite;

/** The realm as the administrator of Keycloak sees and changes it, past all services of ours. */
final class Realm {

    private static final String ADMIN = "admin";
    private static final String API = "hustings-api";
    private static final Duration ADMIN_TOKEN_GOOD_FOR = Duration.ofSeconds(30);
    private static final Map<String, Account> ACCOUNTS = new ConcurrentHashMap<>();
    private static final Map<String, String> IDS = new ConcurrentHashMap<>();

    private static String adminToken;
    private static long adminTokenSince;

    private Realm() {}

    /** An account with one realm role; made when it is first asked for. */
    static Account account(String role, String... groups) {
        String name = role + "-of"
                + String.join(
                        "",
                        Arrays.stream(groups)
                                .map(path ->
                                        path.substring(path.lastIndexOf('/')).replace('/', '-'))
                                .toList());
        return ACCOUNTS.computeIfAbsent(name.toLowerCase(java.util.Locale.ROOT), key -> make(key, role, groups));
    }

    private static Account make(String name, String role, String... groups) {
        Response made = admin().contentType("application/json")
                .body(Map.of(
                        "username",
                        name,
                        "firstName",
                        "Test",
                        "lastName",
                        name,
                        "email",
                        name + "@hustings.example",
                        "enabled",
                        true,
                        "groups",
                        List.of(groups),
                        "credentials",
                        List.of(Map.of("type", "password", "value", DemoLogin.PASSWORD))))
                .post("/users");
        made.then().statusCode(201);
        String id = made.header("Location").replaceAll(".*/", "");
        grant("/users/" + id + "/role-mappings/realm", "/roles/" + role);
        return new Account(name);
    }

    /** Gives a role of the API to one account, beside what its groups give. */
    static void grantAtApi(Account account, String clientRole) {
        String client = "/clients/" + apiId();
        grant(
                "/users/" + userId(account.name()) + "/role-mappings" + client,
                client + "/roles/" + clientRole.replace(":", "%3A"));
    }

    private static void grant(String mappings, String role) {
        Map<String, Object> found =
                admin().get(role).then().statusCode(200).extract().jsonPath().getMap("");
        admin().contentType("application/json")
                .body(List.of(found))
                .post(mappings)
                .then()
                .statusCode(204);
    }

    /** The roles at the API that the group of a local party carries at this moment. */
    static Set<String> rolesOf(String localParty) {
        return new TreeSet<>(admin().get("/groups/" + groupId(localParty) + "/role-mappings/clients/" + apiId())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("name", String.class));
    }

    /** The roles at the API that the groups of all local parties carry at this moment, by name. */
    static Map<String, Set<String>> rolesOfAll() {
        Map<String, Set<String>> roles = new LinkedHashMap<>();
        String parent = admin().get("/group-by-path/local-parties").path("id");
        List<Map<String, Object>> groups = admin().get(
                        "/groups/" + parent + "/children?max=1000&briefRepresentation=false&subGroupsCount=false")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("");
        for (Map<String, Object> group : groups) {
            Object ofApi = ((Map<?, ?>) group.getOrDefault("clientRoles", Map.of())).get(API);
            Set<String> names = new TreeSet<>();
            if (ofApi instanceof List<?> list) {
                list.forEach(name -> names.add((String) name));
            }
            roles.put((String) group.get("name"), names);
        }
        return roles;
    }

    /** Gives a group a role by hand. */
    static void addRole(String localParty, String clientRole) {
        mapped(localParty, clientRole, "POST");
    }

    /** Takes a role from a group by hand. */
    static void removeRole(String localParty, String clientRole) {
        mapped(localParty, clientRole, "DELETE");
    }

    private static void mapped(String localParty, String clientRole, String method) {
        String client = "/clients/" + apiId();
        Map<String, Object> role = admin().get(client + "/roles/" + clientRole.replace(":", "%3A"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("");
        admin().contentType("application/json")
                .body(List.of(role))
                .request(method, "/groups/" + groupId(localParty) + "/role-mappings" + client)
                .then()
                .statusCode(204);
    }

    /** A client with a secret and a service account, as scripts have it. */
    static void scriptClient(String clientId, String secret, String role) {
        admin().contentType("application/json")
                .body(Map.of(
                        "clientId",
                        clientId,
                        "secret",
                        secret,
                        "serviceAccountsEnabled",
                        true,
                        "standardFlowEnabled",
                        false,
                        "fullScopeAllowed",
                        false,
                        "defaultClientScopes",
                        List.of("identity", "hustings")))
                .post("/clients")
                .then()
                .statusCode(201);
        grant("/users/" + userId("service-account-" + clientId) + "/role-mappings/realm", "/roles/" + role);
    }

    /** The realm's public key as it is published, Base64 of DER. */
    static String publicKey() {
        return Api.to(Api.ports().issuer())
                .get("")
                .then()
                .statusCode(200)
                .extract()
                .path("public_key");
    }

    /** A token of a client's own service account. */
    static String tokenOfClient(String client, String secret) {
        return token(
                Api.ports().issuer(),
                Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret),
                "access_token");
    }

    /** A token that somebody gets who logs in by password through another client than the demo's. */
    static String tokenThrough(String client, String user) {
        return token(Api.ports().issuer(), client, user, DemoLogin.PASSWORD, "access_token");
    }

    static String refreshToken(String user) {
        return token(Api.ports().issuer(), "hustings-demo", user, DemoLogin.PASSWORD, "refresh_token");
    }

    /** A token of another realm that claims every right in ours. */
    static String tokenOfAnotherRealm() {
        String client = "pretender";
        adminOf("master")
                .contentType("application/json")
                .body(Map.of(
                        "clientId",
                        client,
                        "publicClient",
                        true,
                        "directAccessGrantsEnabled",
                        true,
                        "protocolMappers",
                        List.of(
                                mapper("audience", "oidc-audience-mapper", Map.of("included.custom.audience", API)),
                                mapper(
                                        "roles",
                                        "oidc-hardcoded-claim-mapper",
                                        Map.of(
                                                "claim.name", "realm_access.roles",
                                                "claim.value", "[\"national-organiser\"]",
                                                "jsonType.label", "JSON")))))
                .post("/clients")
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(201, 409));
        return token(master(), client, ADMIN, RunningSuite.get().secrets().keycloakAdmin(), "access_token");
    }

    private static Map<String, Object> mapper(String name, String kind, Map<String, String> config) {
        Map<String, String> complete = new LinkedHashMap<>(config);
        complete.put("access.token.claim", "true");
        return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", kind, "config", complete);
    }

    private static String apiId() {
        return IDS.computeIfAbsent("/clients?clientId=" + API, Realm::firstId);
    }

    private static String groupId(String localParty) {
        return IDS.computeIfAbsent(
                "/group-by-path/local-parties/" + localParty,
                path -> admin().get(path).then().statusCode(200).extract().path("id"));
    }

    private static String userId(String username) {
        return IDS.computeIfAbsent("/users?exact=true&username=" + username, Realm::firstId);
    }

    private static String firstId(String list) {
        return admin().get(list).then().statusCode(200).extract().path("[0].id");
    }

    private static RequestSpecification admin() {
        return adminOf("hustings");
    }

    private static RequestSpecification adminOf(String realm) {
        String token =
                token(master(), "admin-cli", ADMIN, RunningSuite.get().secrets().keycloakAdmin(), "access_token");
        return Api.to(URI.create(Api.ports().keycloakUrl() + "/admin/realms/" + realm))
                .auth()
                .preemptive()
                .oauth2(token);
    }

    private static URI master() {
        return URI.create(Api.ports().keycloakUrl() + "/realms/master");
    }

    private static String token(URI realm, String client, String user, String password, String kind) {
        return token(
                realm,
                Map.of("grant_type", "password", "client_id", client, "username", user, "password", password),
                kind);
    }

    private static String token(URI realm, Map<String, String> form, String kind) {
        return Api.to(realm)
                .urlEncodingEnabled(true)
                .contentType("application/x-www-form-urlencoded")
                .formParams(form)
                .post("/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path(kind);
    }
}
