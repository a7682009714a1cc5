package uk.hustings.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the service account of campaign-service can do in Keycloak, and everything else that it must not. */
interface RightsFacts {

    /** A local party that no other test touches. */
    String PARTY = "aberavon";

    String SEAT_ROLE = "seat:W07000049";
    String TWIN_ROLE = "twin:W07000058";
    String CHILDREN = "/groups/{parent}/children?max=1000&briefRepresentation=false&subGroupsCount=false";

    RunningKeycloak keycloak();

    @Test
    default void itReadsAllLocalPartiesWithTheirRolesInOneCall() {
        List<Map<String, ?>> groups = asService()
                .get(CHILDREN, idOfGroup("local-parties"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("");

        assertThat(groups)
                .hasSize(632 + 40)
                .filteredOn(group -> group.get("name").equals("bath"))
                .singleElement()
                .extracting(group -> group.get("clientRoles"))
                .isEqualTo(Map.of("hustings-api", List.of("seat:E14000547")));
    }

    @Test
    default void itSeesNoOtherGroups() {
        List<String> names = asService()
                .get("/groups")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("name");

        assertThat(names).containsExactlyInAnyOrder("local-parties", "key-holders");
    }

    /** Its right to map roles is one over all roles of the client, so there must be no others. */
    @Test
    default void allRolesOfTheApiAreSeatAndTwinRoles() {
        List<String> names = asService()
                .get("/clients/{client}/roles", idOfClient("hustings-api"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("name");

        assertThat(names).hasSize(2 * 650).allMatch(name -> name.matches("(seat|twin):[A-Z]\\d{8}"));
    }

    @Test
    default void itAddsAndRemovesSeatAndTwinRolesAndTwiceDoesNoHarm() {
        String mappings = "/groups/%s/role-mappings/clients/%s"
                .formatted(idOfGroup("local-parties/" + PARTY), idOfClient("hustings-api"));
        try {
            for (int twice = 0; twice < 2; twice++) {
                asService().body(apiRole(TWIN_ROLE)).post(mappings).then().statusCode(204);
                asService().body(apiRole(SEAT_ROLE)).delete(mappings).then().statusCode(204);
            }
            assertThat(asService().get(mappings).jsonPath().getList("name")).containsExactly(TWIN_ROLE);
        } finally {
            asService().body(apiRole(TWIN_ROLE)).delete(mappings).then().statusCode(204);
            asService().body(apiRole(SEAT_ROLE)).post(mappings).then().statusCode(204);
        }
        assertThat(asService().get(mappings).jsonPath().getList("name")).containsExactly(SEAT_ROLE);
    }

    @Test
    default void itCannotMakeAnybodyANationalOrganiser() {
        List<?> nationalOrganiser = List.of(keycloak()
                .administrationByAdmin()
                .get("/roles/national-organiser")
                .as(Map.class));

        refused(asService()
                .body(nationalOrganiser)
                .post("/groups/{group}/role-mappings/realm", idOfGroup("local-parties/" + PARTY)));
        refused(asService().body(nationalOrganiser).post("/users/{user}/role-mappings/realm", idOfUser("hq")));
        refused(asService()
                .body(nationalOrganiser)
                .post("/clients/{client}/roles/{role}/composites", idOfClient("hustings-api"), SEAT_ROLE));
    }

    @Test
    default void itCannotGiveItselfOrOthersARoleOfAnAdministrator() {
        String administration = idOfClient("realm-management");
        List<?> manageUsers = List.of(keycloak()
                .administrationByAdmin()
                .get("/clients/{client}/roles/manage-users", administration)
                .as(Map.class));

        refused(asService()
                .body(manageUsers)
                .post(
                        "/groups/{group}/role-mappings/clients/{client}",
                        idOfGroup("local-parties/" + PARTY),
                        administration));
        refused(asService()
                .body(manageUsers)
                .post(
                        "/users/{user}/role-mappings/clients/{client}",
                        idOfUser("service-account-campaign-service"),
                        administration));
    }

    @Test
    default void itFoundsALocalPartyByGivingAReservedGroupItsNameAndAttribute() {
        String group = idOfGroup("local-parties/reserved-40");
        String mappings = "/groups/%s/role-mappings/clients/%s".formatted(group, idOfClient("hustings-api"));

        asService()
                .body(Map.of("name", "new-town", "attributes", Map.of("local_party", List.of("new-town"))))
                .put("/groups/{group}", group)
                .then()
                .statusCode(204);
        asService().body(apiRole(TWIN_ROLE)).post(mappings).then().statusCode(204);

        Map<String, ?> founded =
                asService().get("/group-by-path/local-parties/new-town").as(Map.class);
        assertThat(founded.get("attributes")).isEqualTo(Map.of("local_party", List.of("new-town")));
        assertThat(founded.get("clientRoles")).isEqualTo(Map.of("hustings-api", List.of(TWIN_ROLE)));
        asService().body(apiRole(TWIN_ROLE)).delete(mappings).then().statusCode(204);
        asService()
                .body(Map.of("name", "reserved-40", "attributes", Map.of()))
                .put("/groups/{group}", group)
                .then()
                .statusCode(204);
    }

    @Test
    default void itPutsPeopleIntoLocalPartiesAndAmongTheKeyHoldersAndTakesThemOutAgain() {
        String analyst = idOfUser("analyst");
        for (String path : List.of("local-parties/" + PARTY, "key-holders")) {
            String group = idOfGroup(path);
            asService()
                    .put("/users/{user}/groups/{group}", analyst, group)
                    .then()
                    .statusCode(204);
            assertThat(asService()
                            .get("/groups/{group}/members", group)
                            .jsonPath()
                            .getList("username"))
                    .contains("analyst");
            assertThat(asService()
                            .get("/users/{user}/groups", analyst)
                            .jsonPath()
                            .getList("path"))
                    .containsExactly("/" + path);
            asService()
                    .delete("/users/{user}/groups/{group}", analyst, group)
                    .then()
                    .statusCode(204);
        }
    }

    @Test
    default void itReadsWhoChangedTheRolesOfAGroup() {
        asService()
                .get("/admin-events?resourceTypes=CLIENT_ROLE_MAPPING&operationTypes=DELETE")
                .then()
                .statusCode(200);
        refused(asService().delete("/admin-events"));
        refused(asService().body(Map.of("adminEventsEnabled", false)).put("/events/config"));
    }

    @Test
    default void itCannotPutAnybodyIntoAGroupThatCarriesMore() {
        String staff = keycloak()
                .administrationByAdmin()
                .body(Map.of("name", "head-office"))
                .post("/groups")
                .header("Location")
                .replaceAll(".*/", "");
        try {
            keycloak()
                    .administrationByAdmin()
                    .body(List.of(keycloak()
                            .administrationByAdmin()
                            .get("/roles/national-organiser")
                            .as(Map.class)))
                    .post("/groups/{group}/role-mappings/realm", staff)
                    .then()
                    .statusCode(204);

            refused(asService().put("/users/{user}/groups/{group}", idOfUser("analyst"), staff));
            refused(asService()
                    .put("/users/{user}/groups/{group}", idOfUser("analyst"), idOfGroup("regions/E12000009")));
            refused(asService().body(Map.of("name", "mine")).put("/groups/{group}", staff));
            refused(asService()
                    .body(Map.of("id", staff, "name", "head-office"))
                    .post("/groups/{group}/children", idOfGroup("local-parties/" + PARTY)));
        } finally {
            keycloak().administrationByAdmin().delete("/groups/{group}", staff);
        }
    }

    @Test
    default void itCannotChangeAccountsNorGiveRolesToThem() {
        String hq = idOfUser("hq");
        refused(asService().body(Map.of("username", "mallory")).post("/users"));
        refused(asService().body(Map.of("enabled", false)).put("/users/{user}", hq));
        refused(asService().delete("/users/{user}", hq));
        refused(asService().body(Map.of("type", "password", "value", "mine")).put("/users/{user}/reset-password", hq));
        refused(asService().body(List.of("UPDATE_PASSWORD")).put("/users/{user}/execute-actions-email", hq));
        refused(asService().post("/users/{user}/impersonation", hq));
        refused(asService().post("/users/{user}/logout", hq));
        refused(asService()
                .body(apiRole(SEAT_ROLE))
                .post("/users/{user}/role-mappings/clients/{client}", hq, idOfClient("hustings-api")));
    }

    @Test
    default void itAppointsKeyHoldersButCannotChangeWhatTheyMay() {
        String keyHolders = idOfGroup("key-holders");
        refused(asService()
                .body(apiRole(SEAT_ROLE))
                .post("/groups/{group}/role-mappings/clients/{client}", keyHolders, idOfClient("hustings-api")));
        refused(asService().body(Map.of("name", "mine")).put("/groups/{group}", keyHolders));
        refused(asService().delete("/groups/{group}", keyHolders));
    }

    @Test
    default void itCannotTouchGroupsThatAreNoLocalParties() {
        String region = idOfGroup("regions/E12000009");
        String parent = idOfGroup("local-parties");

        refused(asService().get("/groups/{group}", region));
        refused(asService().body(Map.of("name", "E12000009")).put("/groups/{group}", region));
        refused(asService().delete("/groups/{group}", region));
        refused(asService()
                .body(apiRole(SEAT_ROLE))
                .post("/groups/{group}/role-mappings/clients/{client}", region, idOfClient("hustings-api")));
        refused(asService()
                .body(Map.of("id", region, "name", "E12000009"))
                .post("/groups/{group}/children", idOfGroup("local-parties/" + PARTY)));
        refused(asService().body(Map.of("name", "new")).post("/groups"));
        refused(asService().body(Map.of("name", "new")).post("/groups/{group}/children", parent));
        refused(asService().delete("/groups/{group}", parent));
    }

    @Test
    default void itCannotChangeClientsRolesOrTheRealm() {
        String api = idOfClient("hustings-api");

        refused(asService().body(Map.of("clientId", "new")).post("/clients"));
        refused(asService()
                .body(Map.of("clientId", "hustings-api", "enabled", false))
                .put("/clients/{client}", api));
        refused(asService().body(Map.of("name", "seat:E99999999")).post("/clients/{client}/roles", api));
        refused(asService().delete("/clients/{client}/roles/{role}", api, SEAT_ROLE));
        refused(asService().get("/clients/{client}", idOfClient("polls-service")));
        refused(asService().get("/clients/{client}/client-secret", idOfClient("polls-service")));
        refused(asService().body(Map.of("accessTokenLifespan", 86_400)).put(""));
    }

    @Test
    default void nobodyElseHasRightsInKeycloakByTheirLogin() {
        for (String token : List.of(
                keycloak().tokenOf("hq"),
                keycloak().tokenOf("hq", "admin-cli"),
                keycloak().tokenOf("exeter-organiser"),
                keycloak().tokenOfService("polls-service"),
                keycloak().tokenOfService("hustings-loader"))) {
            refused(keycloak().administrationBy(token).get("/groups"));
            refused(keycloak().administrationBy(token).get("/users"));
            refused(keycloak().administrationBy(token).get("/clients"));
        }
    }

    private RequestSpecification asService() {
        return keycloak().administrationBy(keycloak().tokenOfService("campaign-service"));
    }

    private static void refused(Response response) {
        response.then().statusCode(is(403));
    }

    private List<?> apiRole(String name) {
        return List.of(keycloak()
                .administrationByAdmin()
                .get("/clients/{client}/roles/{role}", idOfClient("hustings-api"), name)
                .as(Map.class));
    }

    private String idOfGroup(String path) {
        return keycloak().administrationByAdmin().get("/group-by-path/" + path).path("id");
    }

    private String idOfClient(String clientId) {
        return keycloak()
                .administrationByAdmin()
                .get("/clients?clientId={client}", clientId)
                .path("[0].id");
    }

    private String idOfUser(String name) {
        return keycloak()
                .administrationByAdmin()
                .get("/users?exact=true&username={user}", name)
                .path("[0].id");
    }
}
