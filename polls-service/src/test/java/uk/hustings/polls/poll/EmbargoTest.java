package uk.hustings.polls.poll;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.api.kept.Edition;
import uk.hustings.api.time.DomainClock;
import uk.hustings.polls.Running;
import uk.hustings.polls.evidence.CurrentEvidence;
import uk.hustings.polls.real.RealData;

@QuarkusTest
class EmbargoTest extends Running {

    private static final String HEADER = RealData.COLUMNS + ",embargoedUntil,conPct,labPct\n";

    private static final String YEOVIL = "E14001060";

    @Inject
    DomainClock clock;

    @Inject
    Edition edition;

    @Inject
    CurrentEvidence evidence;

    @BeforeEach
    void nobodyIsLocked() {
        serveNoLocks();
    }

    @Test
    void anEmbargoEndsByItselfAndEverybodyHearsOfItThen() {
        List<String> heard = new CopyOnWriteArrayList<>();
        Cancellable listening = evidence.publicChanges()
                .filter(event -> !event.equals("heartbeat"))
                .subscribe()
                .with(heard::add);
        Optional<?> before = edition.current();
        String list = "/v1/polls?pollster=Embargoed";
        String tag = given().get(list).header("ETag");
        Instant end = clock.instant().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);

        imported(HEADER + row("Embargoed", end)).then().statusCode(201).body("polls", is(1));
        String id = as(HQ).get(list)
                .then()
                .body("items.visibility", contains("embargoed"))
                .body("items.embargoedUntil", contains(end.toString()))
                .extract()
                .path("items[0].pollId");

        given().header("If-None-Match", tag).get(list).then().statusCode(304);
        given().get("/v1/polls/" + id).then().statusCode(404);
        as(CREWE_ORGANISER).get("/v1/polls/" + id).then().statusCode(404);
        as(SOUTH_WEST).get("/v1/polls/" + id).then().statusCode(200);
        assertThat(heard).isEmpty();
        assertThat(edition.current().equals(before)).isTrue();

        awaitThat(() -> given().get("/v1/polls/" + id).statusCode() == 200);

        assertThat(clock.instant()).isAfterOrEqualTo(end);
        given().get(list)
                .then()
                .body("items.visibility", contains("public"))
                .body("items[0].embargoedUntil", nullValue());
        given().get("/v1/polls.csv?pollster=Embargoed").then().body(org.hamcrest.Matchers.containsString("Embargoed"));
        given().get("/v1/polls/" + id + "/history")
                .then()
                .body("visibility.visibility", contains("embargoed", "public"))
                .body("visibility[1].changedAt", is(end.toString()))
                .body("visibility[1].reason", is("The embargo ended"));
        assertThat(edition.current().equals(before)).isFalse();
        awaitThat(() -> heard.size() == 1);
        listening.cancel();
    }

    @Test
    void anEmbargoThatIsOverAlreadyIsNoEmbargo() {
        imported(HEADER + row("Too late", clock.instant().minusSeconds(1)))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/embargoedUntil"));
        imported(HEADER + row("No end", null).replace(",embargoed,", ",embargoed,"))
                .then()
                .statusCode(422)
                .body("errors[0].detail", is("must say when the embargo ends"));
        as(HQ).get("/v1/polls?pollster=Too late").then().body("items", empty());
    }

    @Test
    void theSameFileIsUnchangedWhenTheEmbargoIsOver() {
        Instant end = clock.instant().plusSeconds(1).truncatedTo(ChronoUnit.MILLIS);
        String csv = HEADER + row("Twice", end);
        imported(csv).then().statusCode(201);

        awaitThat(() -> clock.instant().isAfter(end));

        imported(csv).then().statusCode(201).body("created", is(0)).body("warnings", empty());
    }

    @Test
    void aLeakedPollIsEverybodysAndMarked() {
        imported(HEADER + row("Leaked", null).replace(",embargoed,", ",leaked,"));

        String id = given().get("/v1/polls?pollster=Leaked&visibility=leaked")
                .then()
                .body("items.visibility", contains("leaked"))
                .extract()
                .path("items[0].pollId");
        given().get("/v1/polls/" + id).then().statusCode(200).body("visibility", is("leaked"));
        given().get("/v1/polls?pollster=Leaked&visibility=public").then().body("items", empty());
    }

    @Test
    void servicesAloneMayListen() {
        given().get("/internal/evidence/events").then().statusCode(401);
        as(HQ).get("/internal/evidence/events").then().statusCode(403);
    }

    private static String row(String pollster, Instant until) {
        return "%s,,adults,constituency,%s,2015-04-01,2015-04-02,embargoed,500,%s,55,45\n"
                .formatted(pollster, YEOVIL, until == null ? "" : until);
    }
}
