package uk.hustings.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmFileTest {

    private static final Path CONSTITUENCIES = Path.of("../data/geography/constituencies_2010_2024.csv");
    private static final Map<String, String> SERVICES =
            Map.of("polls-service", "secret of polls", "campaign-service", "secret of campaign");
    private static final Map<String, String> DEMO = Map.of(
            "polls-service", "secret of polls",
            "campaign-service", "secret of campaign",
            "hustings-loader", "secret of loader");

    private final JsonNode base = RealmFile.of(CONSTITUENCIES, List.of()).withSecrets(SERVICES);
    private final JsonNode demo =
            RealmFile.of(CONSTITUENCIES, List.of(Overlay.DEMO, Overlay.TEST)).withSecrets(DEMO);

    @Test
    void everySeatHasARoleForItsOwnPartyAndOneForTwins() {
        List<String> roles = texts(base.at("/roles/client/hustings-api"), "name");

        assertThat(roles)
                .hasSize(2 * 650)
                .doesNotHaveDuplicates()
                .contains("seat:E14000653", "twin:E14000653", "seat:N06000001");
    }

    @Test
    void everySeatOfGreatBritainHasALocalPartyThatReachesIt() {
        Map<String, JsonNode> parties = named(base.at("/groups/0/subGroups"));

        assertThat(parties.keySet())
                .filteredOn(name -> !name.startsWith("reserved-"))
                .hasSize(632);
        assertThat(parties.get("ynys-mon").at("/attributes/local_party/0").asText())
                .isEqualTo("ynys-mon");
        assertThat(parties.get("sheffield-hallam").at("/clientRoles/hustings-api"))
                .singleElement()
                .hasToString("\"seat:E14000922\"");
    }

    @Test
    void groupsAreReservedForLocalPartiesFoundedLaterAndCarryNothing() {
        Map<String, JsonNode> parties = named(base.at("/groups/0/subGroups"));

        assertThat(parties).containsKeys("reserved-01", "reserved-40");
        assertThat(parties.get("reserved-01").size()).isEqualTo(1);
    }

    @Test
    void everyRegionHasAGroup() {
        Map<String, JsonNode> regions = named(base.at("/groups/1/subGroups"));

        assertThat(regions).hasSize(12);
        assertThat(regions.get("E12000009").at("/attributes/region/0").asText()).isEqualTo("E12000009");
    }

    @Test
    void theBaseHasNoAccountThatAPersonCouldUse() {
        assertThat(texts(base.get("users"), "username")).containsExactly("service-account-campaign-service");
        assertThat(base.get("clients"))
                .noneMatch(client -> client.path("directAccessGrantsEnabled").asBoolean());
    }

    @Test
    void noClientOfOursLetsMoreRolesThroughThanItsScopesDo() {
        assertThat(base.get("clients"))
                .filteredOn(client -> !client.path("bearerOnly").asBoolean())
                .allSatisfy(client -> assertThat(client.path("fullScopeAllowed").asBoolean(true))
                        .as(client.path("clientId").asText())
                        .isFalse());
    }

    @Test
    void aSecretIsOnlyInTheWrittenFileAndOnlyItsOwnerCanReadThat(@TempDir Path directory) throws IOException {
        for (String part : List.of("hustings-realm.json", "demo.json", "test.json")) {
            assertThat(RealmFile.class.getResourceAsStream("/keycloak/" + part))
                    .asString(StandardCharsets.UTF_8)
                    .doesNotContain("\"secret\"");
        }
        Path file = directory.resolve("import/hustings-realm.json");

        RealmFile.of(CONSTITUENCIES, List.of()).write(file, SERVICES);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(client(new ObjectMapper().readTree(file.toFile()), "polls-service")
                        .get("secret")
                        .asText())
                .isEqualTo("secret of polls");
    }

    @Test
    void aClientWithoutItsSecretIsRefused() {
        RealmFile realm = RealmFile.of(CONSTITUENCIES, List.of());

        assertThatThrownBy(() -> realm.withSecrets(Map.of("polls-service", "only one")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("campaign-service");
    }

    @Test
    void theDemoAddsToAClientOfTheBaseAndChangesNothingElseInIt() {
        JsonNode inBase = client(base, "hustings-web");
        JsonNode inDemo = client(demo, "hustings-web");

        assertThat(inDemo.get("redirectUris")).hasSizeGreaterThan(1);
        assertThat(inDemo.get("attributes")).isEqualTo(inBase.get("attributes"));
        assertThat(texts(demo.get("clients"), "clientId")).doesNotHaveDuplicates();
    }

    @Test
    void everyAccountOfTheDemoIsInGroupsAndRolesThatExist() {
        List<String> groups = new ArrayList<>();
        demo.get("groups").forEach(parent -> parent.path("subGroups")
                .forEach(group -> groups.add("/%s/%s"
                        .formatted(
                                parent.get("name").asText(), group.get("name").asText()))));
        List<String> roles = texts(demo.at("/roles/realm"), "name");

        for (JsonNode user : demo.get("users")) {
            user.path("groups").forEach(group -> assertThat(groups).contains(group.asText()));
            user.path("realmRoles").forEach(role -> assertThat(roles).contains(role.asText()));
        }
    }

    private static JsonNode client(JsonNode realm, String clientId) {
        for (JsonNode client : realm.get("clients")) {
            if (client.get("clientId").asText().equals(clientId)) {
                return client;
            }
        }
        throw new AssertionError("no client " + clientId);
    }

    private static Map<String, JsonNode> named(JsonNode groups) {
        Map<String, JsonNode> byName = new HashMap<>();
        groups.forEach(group -> byName.put(group.get("name").asText(), group));
        return byName;
    }

    private static List<String> texts(JsonNode entries, String field) {
        List<String> texts = new ArrayList<>();
        entries.forEach(entry -> texts.add(entry.get(field).asText()));
        return texts;
    }
}
