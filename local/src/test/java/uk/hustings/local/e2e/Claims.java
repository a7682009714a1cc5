package uk.hustings.local.e2e;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What an access token says, read without asking whether it is true. */
record Claims(JsonPath json) {

    static Claims of(String token) {
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return new Claims(JsonPath.from(new String(payload, StandardCharsets.UTF_8)));
    }

    List<String> apiRoles() {
        List<String> roles = json.getList("resource_access.'hustings-api'.roles");
        return roles == null ? List.of() : roles;
    }

    /** Seconds of the epoch. */
    long expiry() {
        return json.getLong("exp");
    }
}
