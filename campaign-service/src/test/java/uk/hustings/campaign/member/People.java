package uk.hustings.campaign.member;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.hustings.campaign.Campaign;
import uk.hustings.campaign.KeycloakAnswers;
import uk.hustings.test.Tokens;

/** Accounts as the Keycloak of these tests has them, and what people ask of the service. */
final class People {

    static final String NORTH_EAST = "E12000001";

    private People() {}

    /** There is this account, and every search by name finds it. */
    static void account(String id, String username, List<String> realmRoles, String... groups) {
        String account = """
                {"id":"%s","username":"%s","firstName":"Some","lastName":"Body","enabled":true}""".formatted(id, username);
        KeycloakAnswers.json("/users", "[" + account + "]");
        KeycloakAnswers.json("/users/" + id, account);
        KeycloakAnswers.json("/users/" + id + "/groups", list(groups, "{\"id\":\"g\",\"path\":\"%s\"}"));
        KeycloakAnswers.json(
                "/users/" + id + "/role-mappings/realm/composite",
                list(realmRoles.toArray(String[]::new), "{\"name\":\"%s\"}"));
        KeycloakAnswers.json("/group-by-path/key-holders", "{\"id\":\"keys\",\"name\":\"key-holders\"}");
        KeycloakAnswers.json("/groups/keys/members", "[]");
        KeycloakAnswers.status("/users/" + id + "/groups/keys", 204);
    }

    /** The local party has a group with these accounts in it, each of which is {@code <id>:<username>}. */
    static void group(String localParty, String... members) {
        KeycloakAnswers.json(
                KeycloakAnswers.groupPath(localParty), KeycloakAnswers.group("g-" + localParty, localParty));
        KeycloakAnswers.json(
                "/groups/g-" + localParty + "/members",
                Arrays.stream(members)
                        .map(member -> "{\"id\":\"%s\",\"username\":\"%s\",\"enabled\":true}"
                                .formatted((Object[]) member.split(":")))
                        .collect(Collectors.joining(",", "[", "]")));
    }

    /** The account may enter and leave the group. */
    static void admits(String localParty, String id) {
        KeycloakAnswers.status("/users/" + id + "/groups/g-" + localParty, 204);
    }

    static String region() {
        return Tokens.of("region-" + NORTH_EAST)
                .role("regional-organiser")
                .region(NORTH_EAST)
                .sign();
    }

    static String members(String localParty) {
        return "/v1/campaign/local-parties/" + localParty + "/members";
    }

    static Response put(String token, String localParty, String account, String body) {
        return Campaign.as(token).contentType("application/json").body(body).put(members(localParty) + "/" + account);
    }

    static Response invite(String localParty, String account) {
        return put(region(), localParty, account, "{\"reason\":\"Elected\"}");
    }

    static Response accept(String token, String invitation) {
        return Campaign.post(token, "/v1/campaign/invitations/" + invitation + "/acceptance", "");
    }

    static Response refuse(String token, String invitation) {
        return Campaign.post(token, "/v1/campaign/invitations/" + invitation + "/refusal", "");
    }

    /** As if it had been made at another time. */
    static String invitationUntil(String localParty, String account, Instant expiresAt) {
        UUID id = UUID.randomUUID();
        try (Connection app = Campaign.appConnection();
                PreparedStatement insert = app.prepareStatement("""
                        insert into member_invitation (id, local_party, account, reason, invited_by, invited_at, expires_at)
                        values (?, ?, ?, 'Elected', 'somebody-else', ?, ?)""")) {
            insert.setObject(1, id);
            insert.setString(2, localParty);
            insert.setString(3, account);
            insert.setObject(
                    4, OffsetDateTime.ofInstant(expiresAt, ZoneOffset.UTC).minusDays(14));
            insert.setObject(5, OffsetDateTime.ofInstant(expiresAt, ZoneOffset.UTC));
            insert.executeUpdate();
            return id.toString();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The record of an account in a local party: what changed, by whom, asked by whom, and whether it is confirmed. */
    static List<String> record(String localParty, String accountId) {
        List<String> found = new ArrayList<>();
        try (Connection app = Campaign.appConnection();
                PreparedStatement query = app.prepareStatement("""
                        select m.change || ' by ' || m.changed_by || ' for ' || coalesce(m.asked_by, 'nobody')
                            || case when c.change_id is null then ', unconfirmed' else '' end
                        from membership_change m left join membership_confirmation c on c.change_id = m.id
                        where m.local_party = ? and m.account_id = ? order by m.id""")) {
            query.setString(1, localParty);
            query.setString(2, accountId);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String list(String[] values, String item) {
        return Arrays.stream(values).map(item::formatted).collect(Collectors.joining(",", "[", "]"));
    }
}
