package uk.hustings.campaign.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import uk.hustings.campaign.Campaign;
import uk.hustings.campaign.resource.domain.Basis;
import uk.hustings.campaign.resource.domain.Holder;
import uk.hustings.campaign.resource.domain.ResourceKind;
import uk.hustings.campaign.resource.domain.Supply;
import uk.hustings.test.Tokens;

/** What was planned beside what was delivered, at home and in twinned seats; and what there is over a period. */
@QuarkusTest
class ResourceDeliveryTest {

    private static final String HQ = Tokens.nationalOrganiser();
    private static final String EDGBASTON = "E14000560";
    private static final String ERDINGTON = "E14000561";
    private static final String LADYWOOD = "E14000564";
    private static final String HALL_GREEN = "E14000562";

    @Inject
    ResourceSupply supply;

    @Inject
    Mutiny.SessionFactory sessions;

    @Test
    void workAtHomeAndInATwinnedSeatIsShownApartBesideThePlan() {
        Campaign.found("edgbaston", "Edgbaston", Resources.WEST_MIDLANDS, EDGBASTON);
        Campaign.twin("edgbaston", LADYWOOD);
        String organiser = Tokens.of("edgbaston-organiser")
                .role("local-organiser")
                .localParty("edgbaston")
                .clientRole("seat:" + EDGBASTON)
                .clientRole("twin:" + LADYWOOD)
                .sign();
        Resources.state(organiser, "edgbaston", "estimated", "doorstep-hours", "2015-W16", "200")
                .then()
                .statusCode(201);
        Resources.state(organiser, "edgbaston", "pledged", "doorstep-hours", "2015-W16", "100")
                .then()
                .statusCode(201);
        Resources.state(organiser, "edgbaston", "pledged", "money", "2015-W16", "50")
                .then()
                .statusCode(201);
        counted(organiser, EDGBASTON, 300, 40);
        counted(organiser, LADYWOOD, 100, 60);

        delivery(organiser, "edgbaston")
                .then()
                .statusCode(200)
                .body("name", is("Edgbaston"))
                .body("from", is("2015-W16"))
                .body("lines.kind", contains("doorstep-hours", "phone-hours", "money"))
                .body("lines[0].planned", is(100.0f))
                .body("lines[0].plannedBasis", is("pledged"))
                .body("lines[0].atHome", is(30.0f))
                .body("lines[0].twinned", is(10.0f))
                .body("lines[0].delivered", is(40.0f))
                .body("lines[0].deliveredPct", is(40.0f))
                .body("lines[0].seats.twinned", contains(false, true))
                .body("lines[0].seats.source", contains("contacts", "contacts"))
                .body("lines[1].planned", nullValue())
                .body("lines[1].delivered", is(10.0f))
                .body("lines[1].deliveredPct", nullValue())
                .body("lines[2].delivered", nullValue())
                .body("lines[2].seats", empty());

        // Reported hours replace what the contacts there came to, and only there.
        String twinning =
                Campaign.as(HQ).get("/v1/campaign/twinnings?donor=edgbaston").path("items[0].twinningId");
        Response reported = Campaign.post(
                organiser, "/v1/campaign/twinnings/" + twinning + "/hours", "{\"day\":\"2015-04-14\",\"hours\":25.5}");
        reported.then().statusCode(201);
        delivery(organiser, "edgbaston")
                .then()
                .body("lines[0].atHome", is(30.0f))
                .body("lines[0].twinned", is(25.5f))
                .body("lines[0].delivered", is(55.5f))
                .body("lines[0].seats.source", contains("contacts", "reported-hours"))
                .body("lines[1].atHome", is(4.0f))
                .body("lines[1].twinned", nullValue());
        Resources.list(organiser, "?kind=doorstep-hours&until=2015-04-14")
                .then()
                .body("items[0].known.amount", contains(100.0f, 55.5f, 200.0f));

        Campaign.post(
                        organiser,
                        "/v1/campaign/twinnings/%s/hours/%s/withdrawal"
                                .formatted(twinning, reported.<String>path("reportId")),
                        "{\"reason\":\"Another week\"}")
                .then()
                .statusCode(200);
        delivery(organiser, "edgbaston").then().body("lines[0].twinned", is(10.0f));
    }

    @Test
    void deliveryIsReadByThoseWhoReachTheLocalParty() {
        Campaign.found("erdington", "Erdington", Resources.WEST_MIDLANDS, ERDINGTON);
        delivery(Resources.organiser("erdington", ERDINGTON), "erdington")
                .then()
                .statusCode(200)
                .body("lines", hasSize(0));
        delivery(Resources.regional(Resources.WEST_MIDLANDS), "erdington")
                .then()
                .statusCode(200);
        delivery(Resources.with("analyst"), "erdington").then().statusCode(200);
        delivery(Resources.regional(Resources.SOUTH_EAST), "erdington")
                .then()
                .statusCode(403)
                .body("type", is("/problems/seat-out-of-reach"));
        delivery(Tokens.member("canvasser", "erdington", ERDINGTON), "erdington")
                .then()
                .statusCode(403);
        delivery(HQ, "nobody-at-all").then().statusCode(404);
        Resources.list(HQ, "/delivery").then().statusCode(400).body("parameter", is("localParty"));
    }

    @Test
    void theSupplyOfAPeriodCutsWeeksByTheirDays() {
        Campaign.found("hall-green", "Hall Green", Resources.WEST_MIDLANDS, HALL_GREEN);
        String organiser = Resources.organiser("hall-green", HALL_GREEN);
        Campaign.report(organiser, HALL_GREEN, 490).then().statusCode(201);
        Resources.state(organiser, "hall-green", "estimated", "doorstep-hours", "2015-W16", "1000");
        Resources.state(organiser, "hall-green", "pledged", "doorstep-hours", "2015-W17", "100");
        Resources.state(organiser, "hall-green", "estimated", "doorstep-hours", "2015-W19", "70");
        Resources.state(organiser, "hall-green", "pledged", "organisers", "2015-W17", "2");
        Holder holder = Holder.localParty("hall-green");

        List<Supply> supplies = supplies("2015-04-14", "2015-05-07").stream()
                .filter(of -> of.holder().equals(holder))
                .toList();

        // 6/7 of the 49 hours that were measured, the pledge whole, and 4/7 of the estimate.
        assertThat(supplies)
                .containsExactly(
                        new Supply(
                                holder,
                                ResourceKind.DOORSTEP_HOURS,
                                new BigDecimal("182.00"),
                                Map.of(Basis.MEASURED, 1, Basis.PLEDGED, 1, Basis.ESTIMATED, 1)),
                        new Supply(holder, ResourceKind.ORGANISERS, new BigDecimal("2.00"), Map.of(Basis.PLEDGED, 1)));
        assertThatThrownBy(() -> supplies("2015-05-08", "2015-05-07")).hasMessageContaining("A period of 0 days");
        assertThatThrownBy(() -> supplies("2015-01-01", "2016-01-02")).hasMessageContaining("A period of 367 days");
        assertThat(supplies("2015-01-01", "2016-01-01")).isNotEmpty();
    }

    private List<Supply> supplies(String from, String until) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> sessions.withStatelessSession(
                    session -> supply.of(session, LocalDate.parse(from), LocalDate.parse(until))));
        } catch (Throwable failure) {
            throw new AssertionError(failure.getMessage(), failure);
        }
    }

    private static Response delivery(String token, String localParty) {
        return Resources.list(token, "/delivery?localParty=" + localParty + "&until=2015-04-19");
    }

    private static void counted(String token, String seat, int doorstep, int phone) {
        Campaign.post(token, "/v1/campaign/seats/" + seat + "/contacts", """
                        {"counts":[{"day":"2015-04-14","channel":"doorstep","contacts":%d},
                                   {"day":"2015-04-14","channel":"phone","contacts":%d}]}
                        """.formatted(doorstep, phone))
                .then()
                .statusCode(201);
    }
}
