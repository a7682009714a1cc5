package uk.hustings.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.hustings.local.suite.App;

/** Paths that two programs could read in two ways, written to the gateway's socket byte for byte. */
class BadPathTest {

    private static LocalParty party;
    private static Census before;

    @BeforeAll
    static void countWhatIsThere() {
        party = LocalParty.named("stevenage");
        before = Census.around(party);
    }

    @AfterEach
    void nothingWasWritten() {
        assertThat(Census.around(party)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/campaign%2Fseats/{seat}/contacts",
                "/v1/campaign%2fseats/{seat}/contacts",
                "/v1/campaign/seats/{seat}%2Fcontacts",
                "/v1/campaign/seats/{seat}%5Ccontacts",
                "/v1/campaign//seats/{seat}/contacts",
                "//v1/campaign/seats/{seat}/contacts",
                "/v1/campaign/seats/{seat}//contacts",
                "/v1/seats/../campaign/seats/{seat}/contacts",
                "/v1/campaign/./seats/{seat}/contacts",
                "/v1/campaign/seats/{seat}/%2e%2e/{seat}/contacts",
                "/v1/seats/%2E%2E/campaign/seats/{seat}/contacts",
                "/v1/campaign/seats/{seat}%252Fcontacts",
                "/v1/campaign/seats/{seat}/contacts%00",
                "/v1/campaign/seats/{seat}/contacts%zz",
                "/v1/campaign/seats/{seat};x=1/contacts",
                "/v1/campaign\\seats\\{seat}\\contacts"
            })
    void aPathThatCouldBeReadInTwoWaysIsRefused(String path) {
        byte[] body = LocalParty.doorsteps(1).getBytes(StandardCharsets.UTF_8);

        RawExchange exchange = RawExchange.post(
                gateway(),
                path.replace("{seat}", party.seatCode()),
                headers() + "Content-Length: " + body.length + "\r\n",
                out -> out.write(body));

        assertThat(exchange.status()).as(exchange.toString()).isEqualTo(400);
        assertThat(exchange.head()).contains("content-type: " + Api.PROBLEM);
        assertThat(exchange.body()).contains("/problems/bad-path").contains("detail");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/locks",
                "/v1/../internal/locks",
                "/v1/%2e%2e/internal/locks",
                "/v1/..;/internal/locks",
                "/v1/campaign/..%2f..%2finternal/locks",
                "/v1/campaign/../../internal/locks",
                "//internal/locks",
                "/v1/seats/../../q/metrics",
                "http://localhost/internal/locks"
            })
    void noPathLeadsThroughTheGatewayToWhatIsInternal(String path) {
        RawExchange exchange = RawExchange.get(gateway(), path, Account.HQ.token());

        assertThat(exchange.status()).as(exchange.toString()).isIn(400, 404);
        assertThat(exchange.body()).doesNotContain("\"locks\"");
    }

    private static URI gateway() {
        return Api.ports().urlOf(App.GATEWAY);
    }

    private static String headers() {
        return "Authorization: Bearer %s\r\nContent-Type: application/json\r\nIdempotency-Key: %s\r\n"
                .formatted(party.canvasser().token(), UUID.randomUUID());
    }
}
