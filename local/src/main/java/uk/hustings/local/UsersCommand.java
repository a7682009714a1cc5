package uk.hustings.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import uk.hustings.local.suite.DemoLogin;

/** Lists the demo users and what they may do, as the realm says. */
final class UsersCommand {

    int run() {
        Map<String, String> whatRolesDo = new HashMap<>();
        read("hustings-realm.json")
                .at("/roles/realm")
                .forEach(role -> whatRolesDo.put(
                        role.get("name").asText(), role.get("description").asText()));
        System.out.printf("%-32s %-20s %s%n", "user", "role", "what it is for");
        for (JsonNode user : read("demo.json").get("users")) {
            if (!user.has("serviceAccountClientId")) {
                String role = user.at("/realmRoles/0").asText();
                System.out.printf(
                        "%-32s %-20s %s%s%n", user.get("username").asText(), role, whatRolesDo.get(role), reach(user));
            }
        }
        System.out.printf(
                "%nThe password of all is %s. What each role may do in detail: docs/access-matrix.csv%n",
                DemoLogin.PASSWORD);
        return 0;
    }

    /** Of the group, {@code /local-parties/exeter} for example, what counts is the last part. */
    private static String reach(JsonNode user) {
        String group = user.at("/groups/0").asText();
        return group.isEmpty() ? "" : ": " + group.substring(group.lastIndexOf('/') + 1);
    }

    private static JsonNode read(String realm) {
        try (InputStream json = UsersCommand.class.getResourceAsStream("/keycloak/" + realm)) {
            return new ObjectMapper().readTree(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
