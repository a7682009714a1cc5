package uk.hustings.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.hustings.local.suite.App;

/** Bodies that are larger than anybody needs, whether or not they say so at first. */
class LargeBodyTest {

    private static final int TWO_MEBIBYTES = 2 << 20;

    private static LocalParty party;
    private static Census before;

    @BeforeAll
    static void countWhatIsThere() {
        party = LocalParty.named("gloucester");
        before = Census.around(party);
    }

    @AfterEach
    void nothingWasWritten() {
        assertThat(Census.around(party)).isEqualTo(before);
    }

    @Test
    void aBodyOfTwoMebibytesThatSaysItsLengthIsRefused() {
        RawExchange exchange = RawExchange.post(
                gateway(),
                party.contacts(),
                headers() + "Content-Length: " + TWO_MEBIBYTES + "\r\n",
                out -> writeBlanks(out, false));

        assertTooLarge(exchange, "1 MiB");
    }

    @Test
    void aBodyOfTwoMebibytesInChunksIsRefused() {
        RawExchange exchange = RawExchange.post(
                gateway(),
                party.contacts(),
                headers() + "Transfer-Encoding: chunked\r\n",
                out -> writeBlanks(out, true));

        assertTooLarge(exchange, "1 MiB");
    }

    @Test
    void anImportThatSaysItHasMoreThanSixtyFourMebibytesIsRefusedUnread() {
        RawExchange exchange = RawExchange.post(
                gateway(), "/v1/polls/imports.csv", headers() + "Content-Length: " + (65L << 20) + "\r\n", out -> {});

        assertTooLarge(exchange, "64 MiB");
    }

    private static URI gateway() {
        return Api.ports().urlOf(App.GATEWAY);
    }

    private static String headers() {
        return "Authorization: Bearer %s\r\nContent-Type: application/json\r\nIdempotency-Key: %s\r\n"
                .formatted(party.canvasser().token(), UUID.randomUUID());
    }

    /** JSON may begin with as many blanks as one likes. */
    private static void writeBlanks(OutputStream out, boolean chunked) throws IOException {
        byte[] blanks = new byte[1 << 16];
        Arrays.fill(blanks, (byte) ' ');
        for (int sent = 0; sent < TWO_MEBIBYTES; sent += blanks.length) {
            if (chunked) {
                out.write("10000\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.write(blanks);
            if (chunked) {
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
        if (chunked) {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void assertTooLarge(RawExchange exchange, String limit) {
        assertThat(exchange.status()).as(exchange.toString()).isEqualTo(413);
        assertThat(exchange.head()).contains("content-type: " + Api.PROBLEM);
        assertThat(exchange.body()).contains("/problems/body-too-large").contains(limit);
    }
}
