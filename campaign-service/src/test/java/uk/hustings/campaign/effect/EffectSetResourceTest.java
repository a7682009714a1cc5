package uk.hustings.campaign.effect;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.hustings.campaign.Campaign;
import uk.hustings.test.Tokens;

/** Each test has a set of its own. */
@QuarkusTest
class EffectSetResourceTest {

    private static final String SETS = "/v1/campaign/effect-sets";
    private static final String DOORSTEP = """
            {"channel":"doorstep","unit":"points-per-contact","outcome":"turnout","value":1.8,"standardError":0.9,
             "halfLifeWeeks":4,"source":"Our own trial"}""";

    @BeforeEach
    void awaitReady() {
        Campaign.awaitReady();
    }

    @Test
    void theShippedSetsComeFirstAndNeverChange() {
        Campaign.as(organiser())
                .get(SETS)
                .then()
                .statusCode(200)
                .body("items.id[0..3]", contains("cautious", "us-field-trials", "by-election", "no-effect"))
                .body("items[0].shipped", is(true))
                .body("items[0].author", is("Hustings"))
                .body("items[0].createdAt", nullValue())
                .body("items[0].effects.source", everyItem(notNullValue()));
        Campaign.as(organiser())
                .get(SETS + "?context=by-election")
                .then()
                .body("items.context", everyItem(is("by-election")))
                .body("items.id", hasItem("by-election"));
        Campaign.as(organiser())
                .get(SETS + "/us-field-trials/versions/1")
                .then()
                .statusCode(200)
                .body("effects[0].channel", is("doorstep"))
                .body("effects[0].value", is(2.5f))
                .body("effects[0].unit", is("points-per-contact"))
                .body("effects[0].contactsPerUnit", is(10f))
                .body("effects[5].unit", is("points-of-lead"));
        addVersion("cautious", order(DOORSTEP), "*").then().statusCode(409);
        withdraw("cautious", 1).then().statusCode(409);
        create("cautious", order(DOORSTEP)).then().statusCode(409).body("type", is("/problems/already-recorded"));
    }

    @Test
    void aSetIsKeptInVersionsAndAWithdrawnOneIsNoLongerOffered() {
        Response made = create("trials-of-2014", order(DOORSTEP));
        made.then()
                .statusCode(201)
                .header("Location", containsString(SETS + "/trials-of-2014/versions/1"))
                .body("version", is(1))
                .body("shipped", is(false))
                .body("author", is("analyst"))
                .body("effects[0].halfLifeWeeks", is(4f))
                .body("effects[0].contactsPerUnit", is(10f));
        String tag = tag("trials-of-2014");
        String better = order(DOORSTEP.replace("1.8", "1.9"));
        addVersion("trials-of-2014", better, tag).then().statusCode(201).body("version", is(2));
        addVersion("trials-of-2014", better, tag).then().statusCode(412);
        Campaign.post(analyst(), SETS + "/trials-of-2014/versions", better)
                .then()
                .statusCode(428);

        detail("trials-of-2014").then().body("current.version", is(2)).body("versions.version", contains(2, 1));
        listed().then().body("items.find { it.id == 'trials-of-2014' }.effects[0].value", is(1.9f));

        withdraw("trials-of-2014", 2)
                .then()
                .statusCode(201)
                .body("withdrawn.reason", is("No control group"))
                .body("withdrawn.by", is("analyst"));
        withdraw("trials-of-2014", 2).then().statusCode(409);
        withdraw("trials-of-2014", 3).then().statusCode(404);
        detail("trials-of-2014")
                .then()
                .body("current.version", is(1))
                .body("versions[0].withdrawn.by", is("analyst"))
                .body("versions[1].withdrawn", nullValue());
        withdraw("trials-of-2014", 1).then().statusCode(201);
        detail("trials-of-2014").then().body("current", nullValue());
        listed().then().body("items.id", not(hasItem("trials-of-2014")));

        addVersion("trials-of-2014", better, tag("trials-of-2014"))
                .then()
                .statusCode(201)
                .body("version", is(3));
        Campaign.as(analyst())
                .get(SETS + "/trials-of-2014/versions/2")
                .then()
                .statusCode(200)
                .body("effects[0].value", is(1.9f));
    }

    @Test
    void aRepeatedRequestMakesOneSet() {
        String key = UUID.randomUUID().toString();
        String body = named("sent-twice", order(DOORSTEP));
        Campaign.post(analyst(), SETS, body, key).then().statusCode(201);
        Campaign.post(analyst(), SETS, body, key).then().statusCode(201).header("Idempotency-Replayed", "true");
        detail("sent-twice").then().body("versions", hasSize(1));
    }

    @Test
    void ofTwoWhoAddAVersionAtOnceOneHasReadAnOlderState() throws Exception {
        create("two-at-once", order(DOORSTEP)).then().statusCode(201);
        String tag = tag("two-at-once");
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> add =
                    () -> addVersion("two-at-once", order(DOORSTEP), tag).statusCode();
            List<Integer> statuses = new ArrayList<>();
            for (var answer : people.invokeAll(List.of(add, add))) {
                statuses.add(answer.get());
            }
            Assertions.assertThat(statuses).containsExactlyInAnyOrder(201, 412);
        } finally {
            people.shutdown();
        }
    }

    @Test
    void onlyHeadquartersAndAnalystsWriteAndCanvassersDoNotRead() {
        String body = named("not-allowed", order(DOORSTEP));
        for (String token : List.of(organiser(), region(), auditor())) {
            Campaign.post(token, SETS, body).then().statusCode(403);
            Campaign.as(token).get(SETS + "/cautious").then().statusCode(200);
        }
        Campaign.as(Tokens.member("canvasser", "effect-readers", "E14000548"))
                .get(SETS)
                .then()
                .statusCode(403);
        Campaign.post(Tokens.nationalOrganiser(), SETS, named("by-headquarters", order(DOORSTEP)))
                .then()
                .statusCode(201)
                .body("author", is("hq"));
        detail("not-allowed").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"value\":1.8; \"value\":-0.01; value",
                "\"value\":1.8; \"value\":20.01; value",
                "\"value\":1.8; \"value\":\"NaN\"; value",
                "\"value\":1.8; \"value\":\"Infinity\"; value",
                "\"value\":1.8; \"value\":null; value",
                "\"standardError\":0.9; \"standardError\":-1; standardError",
                "\"standardError\":0.9; \"standardError\":20.01; standardError",
                "\"halfLifeWeeks\":4; \"halfLifeWeeks\":0; halfLifeWeeks",
                "\"halfLifeWeeks\":4; \"halfLifeWeeks\":520.1; halfLifeWeeks",
                "\"halfLifeWeeks\":4; \"contactsPerUnit\":0; contactsPerUnit",
                "\"halfLifeWeeks\":4; \"contactsPerUnit\":1000.1; contactsPerUnit",
                "points-per-contact; points-of-lead; unit",
                "points-per-contact; votes; unit",
                "\"doorstep\"; \"pigeon\"; channel",
                "\"turnout\"; \"mood\"; outcome",
                "\"Our own trial\"; \" \"; source",
                "\"Our own trial\"; null; source",
                "\"Our own trial\"; \"Our own trial\",\"sourceUrl\":\"javascript:alert(1)\"; sourceUrl"
            })
    void badEffectsAreRefusedByName(String good, String bad, String field) {
        create("refused", order(DOORSTEP.replace(good, bad)))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/set/effects/0/" + field));
        detail("refused").then().statusCode(404);
    }

    @Test
    void figuresAtTheirLimitsAreTaken() {
        create("at-the-limits", order("""
                        {"channel":"phone","unit":"points-per-contact","outcome":"share","value":20,"standardError":20,
                         "halfLifeWeeks":520,"contactsPerUnit":1000,"source":"Test","sourceUrl":"https://example.org/a"},
                        {"channel":"visit","unit":"points-of-lead","outcome":"share","value":0,"standardError":0,
                         "source":"Test"}""")).then().statusCode(201).body("effects.contactsPerUnit", contains(1000f, 0f));
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        create("all-faults", """
                        {"title":"Test","context":"mayoral","reason":"Test","effects":[%s,%s,
                         {"channel":"visit","unit":"points-of-lead","outcome":"share","value":1,"standardError":1,
                          "contactsPerUnit":5,"source":"Test"}]}""".formatted(DOORSTEP, DOORSTEP))
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/set/context", "/set/effects/1/channel", "/set/effects/2/contactsPerUnit"));
        create("Not A Slug", order(DOORSTEP)).then().statusCode(422).body("errors.pointer", contains("/id"));
        create("a".repeat(81), order(DOORSTEP)).then().statusCode(422).body("errors.pointer", contains("/id"));
        create("a".repeat(80), order(DOORSTEP)).then().statusCode(201);
        create("no-effects", order("")).then().statusCode(422).body("errors.pointer", contains("/set/effects"));
        create("no-reason", order(DOORSTEP).replace("\"reason\":\"Test\"", "\"reason\":\" \""))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/set/reason"));
    }

    @Test
    void textsAndListsAreBounded() {
        String url = "https://example.org/" + "a".repeat(480);
        String withUrl = DOORSTEP.replace("\"source\"", "\"sourceUrl\":\"%s\",\"source\"");
        create("long-texts", order(withUrl.formatted(url)).replace("\"Trials\"", "\"" + "T".repeat(200) + "\""))
                .then()
                .statusCode(201);
        create("too-long", order(withUrl.formatted(url + "a")))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/set/effects/0/sourceUrl"));
        create("too-long", order(DOORSTEP).replace("\"Trials\"", "\"" + "T".repeat(201) + "\""))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/set/title"));
        create("too-many", order(String.join(",", Collections.nCopies(7, DOORSTEP))))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/set/effects"));
    }

    @Test
    void aSetHasTwoHundredVersionsAtMost() throws SQLException {
        create("many-versions", order(DOORSTEP)).then().statusCode(201);
        try (Connection database = Campaign.appConnection();
                Statement statement = database.createStatement()) {
            statement.execute("""
                    insert into effect_set
                    select set_id, n, title, context, reason, author, created_at
                    from effect_set, generate_series(2, 199) as n where set_id = 'many-versions';
                    insert into effect_set_effect
                    select set_id, n, position, channel, outcome, value, standard_error, half_life_weeks,
                        contacts_per_unit, source, source_url
                    from effect_set_effect, generate_series(2, 199) as n where set_id = 'many-versions'
                    """);
        }
        addVersion("many-versions", order(DOORSTEP), tag("many-versions"))
                .then()
                .statusCode(201)
                .body("version", is(200));
        addVersion("many-versions", order(DOORSTEP), tag("many-versions"))
                .then()
                .statusCode(409)
                .body("type", is("/problems/state-conflict"));
    }

    @Test
    void badParametersAreRefused() {
        Campaign.asHq().get(SETS + "?context=mayoral").then().statusCode(400).body("parameter", is("context"));
        Campaign.asHq().get(SETS + "?limit=201").then().statusCode(400);
        detail("nothing").then().statusCode(404);
        Campaign.asHq().get(SETS + "/cautious/versions/2").then().statusCode(404);
    }

    private static String order(String effects) {
        return """
                {"title":"Trials","context":"general","reason":"Test","effects":[%s]}""".formatted(effects);
    }

    private static String named(String id, String order) {
        return "{\"id\":\"%s\",\"set\":%s}".formatted(id, order);
    }

    private static Response create(String id, String order) {
        return Campaign.post(analyst(), SETS, named(id, order));
    }

    private static Response addVersion(String id, String order, String tag) {
        return Campaign.as(analyst())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", tag)
                .contentType("application/json")
                .body(order)
                .post(SETS + "/" + id + "/versions");
    }

    private static Response withdraw(String id, int version) {
        return Campaign.post(
                analyst(),
                "%s/%s/versions/%d/withdrawal".formatted(SETS, id, version),
                "{\"reason\":\"No control group\"}");
    }

    private static Response detail(String id) {
        return Campaign.as(analyst()).get(SETS + "/" + id);
    }

    private static Response listed() {
        return Campaign.as(analyst()).get(SETS + "?limit=200");
    }

    private static String tag(String id) {
        return detail(id).header("ETag");
    }

    private static String analyst() {
        return Tokens.of("analyst").role("analyst").sign();
    }

    private static String auditor() {
        return Tokens.of("auditor").role("auditor").sign();
    }

    private static String organiser() {
        return Tokens.member("local-organiser", "effect-readers", "E14000548");
    }

    private static String region() {
        return Tokens.of("organiser-of-E12000006")
                .role("regional-organiser")
                .region("E12000006")
                .sign();
    }
}
