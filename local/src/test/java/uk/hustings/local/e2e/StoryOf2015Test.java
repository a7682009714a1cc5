package uk.hustings.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What was reported of 2015, governed: a local party outside the target seats makes more than 500 contacts in a week. It
 * is warned, then locked out of its own seat and told where it is wanted; it helps there, appeals, and is restored; and
 * everything can be read afterwards.
 */
class StoryOf2015Test {

    private static final String REGION = "E12000005";

    private final LocalParty home = LocalParty.named("stratford-on-avon");
    private final Account organiser = home.organiser();
    private final Account region = Account.regionalOrganiserOf(REGION);

    @Test
    void aLocalPartyIsWarnedLockedToldItsTwinAppealsAndIsRestored() {
        LocalParty target = itIsTwinnedWithTheNearestTarget();
        itIsWarnedAtFourHundred();
        String lock = itIsLockedAtFiveHundredAndOne();
        itIsToldWhyAndWhereItIsWanted(lock, target);
        itHelpsThereInstead(target);
        itAppealsAndIsRestored(lock);
        everythingCanBeReadAfterwards(lock);
    }

    private LocalParty itIsTwinnedWithTheNearestTarget() {
        Response suggested = Api.as(region).get("/v1/campaign/twinnings/suggestions?donor=" + home.id());
        suggested.then().statusCode(200).body("items[0].donor", is(home.id())).body("items[0].targets", not(empty()));
        LocalParty target = ownerOf(suggested.path("items[0].targets[0].seatCode"));

        Response proposed =
                Api.postJson(Api.as(region), "/v1/campaign/twinnings", """
                {"donor":"%s","target":"%s","from":"2015-04-14","until":"2015-05-07","pledgedHours":240,
                 "reason":"The nearest seat that can be won"}""".formatted(home.id(), target.seatCode()));
        proposed.then().statusCode(201).body("twinning.status", is("proposed"));

        Api.postJson(
                        Api.as(organiser),
                        "/v1/campaign/twinnings/" + proposed.path("twinning.twinningId") + "/answers",
                        "{\"answer\":\"accepted\",\"reason\":\"Two cars every Saturday\"}")
                .then()
                .statusCode(200)
                .body("status", is("accepted"));
        Wait.until(CutOffTest.KEYCLOAK_FOLLOWS, "the twin role is in Keycloak", () -> Realm.rolesOf(home.id())
                .contains("twin:" + target.seatCode()));
        return target;
    }

    private void itIsWarnedAtFourHundred() {
        home.report(home.canvasser().token(), 420)
                .then()
                .statusCode(201)
                .body("access.state", is("warned"))
                .body("access.contactsLeft", is(80));
    }

    private String itIsLockedAtFiveHundredAndOne() {
        Response crossing = home.report(home.canvasser().token(), 81);
        crossing.then()
                .statusCode(201)
                .body("access.state", is("locked"))
                .body("access.reason", containsString("501 contacts"));
        return crossing.path("access.decisionId");
    }

    private void itIsToldWhyAndWhereItIsWanted(String lock, LocalParty target) {
        home.report(home.canvasser().token(), 1)
                .then()
                .statusCode(403)
                .body("type", is("/problems/party-locked"))
                .body("decisionId", is(lock))
                .body("twinnedSeat", is(target.seatCode()));
        Api.as(organiser)
                .get("/v1/campaign/access/me")
                .then()
                .statusCode(200)
                .body("seats[0].state", is("locked"))
                .body("seats[0].why", containsString("501 contacts"))
                .body("seats[0].howToAppeal", notNullValue())
                .body("seats[0].twinnedSeats", hasItem(target.seatCode()));
        Api.as(region)
                .get("/v1/campaign/twinnings/locked-local-parties?limit=200")
                .then()
                .body("items.localParty", hasItem(home.id()));
    }

    private void itHelpsThereInstead(LocalParty target) {
        Wait.until(CutOffTest.KEYCLOAK_FOLLOWS, "its own seat is gone from Keycloak", () -> !Realm.rolesOf(home.id())
                .contains(home.seatRole()));
        Api.postJson(Api.with(home.canvasser().freshToken()), target.contacts(), LocalParty.doorsteps(60))
                .then()
                .statusCode(201)
                .body("localParty", is(home.id()))
                .body("access.state", is("active"));
        Api.as(organiser)
                .get("/v1/polls?visibility=private&seat=" + target.seatCode())
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    private void itAppealsAndIsRestored(String lock) {
        String appeal = "/v1/campaign/access/decisions/" + lock + "/appeal";
        Api.postJson(Api.as(organiser), appeal, "{\"reason\":\"A council seat is up on the same day\"}")
                .then()
                .statusCode(201)
                .body("status", is("open"));
        Api.postJson(
                        Api.as(organiser),
                        appeal + "/judgement",
                        "{\"outcome\":\"upheld\",\"reason\":\"We find ourselves in the right\"}")
                .then()
                .statusCode(403);

        Api.as(region).get("/v1/campaign/access/appeals?status=open").then().body("items.decisionId", hasItem(lock));
        Api.postJson(
                        Api.as(region),
                        appeal + "/judgement",
                        "{\"outcome\":\"upheld\",\"reason\":\"They are needed at home this week\"}")
                .then()
                .statusCode(201)
                .body("status", is("upheld"));

        Wait.until(CutOffTest.KEYCLOAK_FOLLOWS, "its own seat is back in Keycloak", () -> Realm.rolesOf(home.id())
                .contains(home.seatRole()));
        home.report(home.canvasser().freshToken(), 1).then().statusCode(201).body("access.state", is("exempt"));
    }

    private void everythingCanBeReadAfterwards(String lock) {
        for (Account reader : List.of(organiser, region, Account.HQ, Account.AUDITOR)) {
            Api.as(reader)
                    .get("/v1/campaign/access/decisions?localParty=" + home.id())
                    .then()
                    .statusCode(200)
                    .body("items.outcome", contains("restored", "locked", "warned"))
                    .body("items.decidedBy", contains(region.name(), "policy", "policy"))
                    .body("items[1].policyVersion", is(1))
                    .body("items[1].contacts", is(501))
                    .body("items[0].lifts", is(lock))
                    .body("items[0].appealId", notNullValue())
                    .body("items[1].appealId", nullValue());
        }
        assertThat(Api.as(Account.AUDITOR)
                        .get("/v1/campaign/access/decisions.csv?localParty=" + home.id())
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()
                        .lines())
                .hasSize(1 + 3);
        Api.as(Account.AUDITOR)
                .get("/v1/campaign/access/decisions/" + lock)
                .then()
                .statusCode(200)
                .body("policy.weeklyLimit", is(500))
                .body("endedBy.outcome", is("restored"))
                .body("appeals[0].appellant", is(organiser.name()));
    }

    private static LocalParty ownerOf(String seat) {
        String id = Api.as(Account.HQ)
                .get("/v1/campaign/local-parties?seat=" + seat)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].localParty");
        return LocalParty.named(id);
    }
}
