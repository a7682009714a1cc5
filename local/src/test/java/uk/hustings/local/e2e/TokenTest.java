package uk.hustings.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.hustings.local.suite.App;

/** Tokens that are no good, at the gateway and straight at each service behind it, which trusts nobody. */
class TokenTest {

    private static final Map<App, String> PUBLIC_READ = Map.of(
            App.SEATS, "/v1/seats?limit=1",
            App.POLLS, "/v1/polls?limit=1",
            App.CAMPAIGN, "/v1/campaign/access/me");

    private static final Duration LATE = Duration.ofSeconds(1);

    @TestFactory
    Stream<DynamicTest> aBadTokenIsNobodyEvenWhereEverybodyMayRead() {
        return badTokens().entrySet().stream().flatMap(bad -> doors().flatMap(door -> PUBLIC_READ.entrySet().stream()
                .filter(read -> door == App.GATEWAY || door == read.getKey())
                .map(read -> dynamicTest(
                        "%s at %s: %s".formatted(bad.getKey(), door.module(), read.getValue()),
                        () -> assertUnauthenticated(with(door, bad.getValue()).get(read.getValue()))))));
    }

    @TestFactory
    Stream<DynamicTest> nobodyReportsContacts() {
        LocalParty party = LocalParty.named("exeter");
        long before = party.counted();
        return Stream.of(App.GATEWAY, App.CAMPAIGN)
                .map(door -> dynamicTest("at " + door.module(), () -> {
                    assertUnauthenticated(Api.postJson(Api.at(door), party.contacts(), LocalParty.doorsteps(1)));
                    assertThat(party.counted()).isEqualTo(before);
                }));
    }

    @Test
    void aTokenIsGoodUntilItsLastSecondAndNotLonger() {
        String token = Realm.tokenThrough("test-short-lived", "exeter-organiser");
        List<App> doors = List.of(App.GATEWAY, App.CAMPAIGN, App.POLLS, App.SEATS);
        assertThat(doors).allSatisfy(door -> assertThat(
                        with(door, token).get(readAt(door)).statusCode())
                .isEqualTo(200));

        Instant expiry = Instant.ofEpochSecond(Claims.of(token).expiry());
        Wait.until(Duration.ofSeconds(10), "the token's life is over", () -> Instant.now()
                .isAfter(expiry.plus(LATE)));

        assertThat(doors)
                .allSatisfy(door -> assertUnauthenticated(with(door, token).get(readAt(door))));
    }

    @ParameterizedTest
    @EnumSource(names = {"GATEWAY", "CAMPAIGN"})
    void anAccountOfTwoLocalPartiesIsOfNeither(App door) {
        String token = Realm.account("local-organiser", "/local-parties/exeter", "/local-parties/swansea-west")
                .token();
        assertThat(Claims.of(token).json().<List<String>>get("local_party")).hasSize(2);

        for (String name : List.of("exeter", "swansea-west")) {
            LocalParty party = LocalParty.named(name);
            long before = party.counted();
            Api.postJson(with(door, token), party.contacts(), LocalParty.doorsteps(1))
                    .then()
                    .statusCode(403)
                    .contentType(Api.PROBLEM)
                    .body("type", is("/problems/two-local-parties"));
            with(door, token).get(party.contacts()).then().statusCode(403);
            assertThat(party.counted()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GATEWAY", "POLLS"})
    void anAccountOfTwoLocalPartiesSeesNoPrivatePoll(App door) {
        String token = Realm.account("local-organiser", "/local-parties/exeter", "/local-parties/swansea-west")
                .token();
        LocalParty exeter = LocalParty.named("exeter");
        String poll = exeter.privatePoll();

        assertThat(with(door, token).get("/v1/polls/" + poll).statusCode()).isIn(403, 404);
        assertThat(with(door, token).get("/v1/polls?seat=" + exeter.seatCode()).asString())
                .doesNotContain(poll);
    }

    @ParameterizedTest
    @EnumSource(names = {"GATEWAY", "CAMPAIGN"})
    void theSeatOfAnotherLocalPartyIsOutOfReach(App door) {
        LocalParty another = LocalParty.named("swansea-west");
        long before = another.counted();
        for (Account member : List.of(Account.canvasserOf("exeter"), Account.organiserOf("exeter"))) {
            Api.postJson(with(door, member.token()), another.contacts(), LocalParty.doorsteps(1))
                    .then()
                    .statusCode(403)
                    .contentType(Api.PROBLEM)
                    .body("type", is("/problems/seat-out-of-reach"));
        }
        assertThat(another.counted()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"GATEWAY", "CAMPAIGN"})
    void nobodyReportsUnderTheNameOfAnotherLocalParty(App door) {
        LocalParty own = LocalParty.named("exeter");
        long before = own.counted();

        Response answer = Api.postJson(
                with(door, Account.canvasserOf("exeter").token()),
                own.contacts(),
                LocalParty.doorsteps(1).replaceFirst("\\{", "{\"localParty\":\"swansea-west\","));

        assertThat(answer.statusCode()).as(answer.asString()).isIn(403, 422);
        assertThat(own.counted()).isEqualTo(before);
    }

    private static Map<String, String> badTokens() {
        String organiser = Account.organiserOf("exeter").freshToken();
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("wrong audience", Realm.tokenThrough("test-no-audience", "hq"));
        tokens.put("wrong issuer", Realm.tokenOfAnotherRealm());
        tokens.put("alg none", Forgery.unsigned(organiser, "none"));
        tokens.put("alg NONE in capitals", Forgery.unsigned(organiser, "NONE"));
        tokens.put("no signature", organiser.substring(0, organiser.lastIndexOf('.') + 1));
        tokens.put("role written into it", Forgery.promoted(organiser));
        tokens.put("signed with the public key", Forgery.signedWithThePublicKey(organiser, Realm.publicKey()));
        tokens.put("signature of another token", Forgery.withSignatureOf(organiser, Account.HQ.freshToken()));
        tokens.put("refresh token", Realm.refreshToken("hq"));
        tokens.put("garbage", "garbage");
        tokens.put("garbage in three parts", "a.b.c");
        tokens.put("two dots", "..");
        tokens.put("four dots", "....");
        return tokens;
    }

    private static Stream<App> doors() {
        return Stream.of(App.GATEWAY, App.SEATS, App.POLLS, App.CAMPAIGN);
    }

    private static String readAt(App door) {
        return PUBLIC_READ.getOrDefault(door, "/v1/campaign/access/me");
    }

    private static RequestSpecification with(App door, String token) {
        return Api.at(door).header("Authorization", "Bearer " + token);
    }

    private static void assertUnauthenticated(Response answer) {
        answer.then()
                .statusCode(401)
                .contentType(Api.PROBLEM)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", is("/problems/unauthenticated"));
    }
}
