package uk.hustings.campaign;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.test.Tokens;

/** A token that was verified once opens nothing after its end, and no other token that looks like it. */
@QuarkusTest
class VerifiedTokensTest {

    private static final Duration LIFE = Duration.ofSeconds(3);

    @BeforeEach
    void awaitTheService() {
        Campaign.awaitReady();
    }

    @Test
    void itIsBelievedUntilItEnds() throws InterruptedException {
        Instant end = Instant.now().plus(LIFE);
        String token =
                Tokens.of("hq").role("national-organiser").livingFor(LIFE).sign();
        answers(token, 200);
        answers(token, 200);

        Thread.sleep(Duration.between(Instant.now(), end).plusMillis(100).toMillis());

        answers(token, 401);
        answers(token, 401);
    }

    @Test
    void anotherSignatureUnderItsClaimsIsRefused() {
        String token = Tokens.nationalOrganiser();
        String signature = token.substring(token.lastIndexOf('.') + 1);
        String another = Tokens.of("somebody").sign();
        answers(token, 200);

        answers(token.replace(signature, another.substring(another.lastIndexOf('.') + 1)), 401);
        answers(token.replace(signature, ""), 401);
    }

    @Test
    void otherClaimsUnderItsSignatureAreRefused() {
        String[] canvasser = Tokens.member("canvasser", "banbury", "E14000539").split("\\.");
        String[] organiser = Tokens.nationalOrganiser().split("\\.");
        answers(String.join(".", canvasser), 200);

        answers(canvasser[0] + "." + organiser[1] + "." + canvasser[2], 401);
    }

    private static void answers(String token, int status) {
        Campaign.as(token).get("/v1/campaign/access/me").then().statusCode(status);
    }
}
