package uk.hustings.local.e2e;

import static io.restassured.config.EncoderConfig.encoderConfig;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static io.restassured.config.RedirectConfig.redirectConfig;

import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.UUID;
import uk.hustings.local.suite.App;
import uk.hustings.local.suite.Ports;
import uk.hustings.local.suite.RunningSuite;
import uk.hustings.test.AnswersAsDocumented;

/** Requests to the suite that runs: through the gateway, as everybody comes, or straight at a service. */
final class Api {

    static final String PROBLEM = "application/problem+json";

    private static final int CONNECT_MILLIS = 5_000;

    /** Longer than the gateway's own patience with a service, which is 30 s. */
    private static final int ANSWER_MILLIS = 45_000;

    private static final RestAssuredConfig CONFIG = RestAssuredConfig.config()
            .encoderConfig(encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .defaultContentCharset("UTF-8")
                    .encodeContentTypeAs("text/csv", ContentType.TEXT)
                    .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT))
            .redirect(redirectConfig().followRedirects(false))
            .httpClient(httpClientConfig()
                    .setParam("http.connection.timeout", CONNECT_MILLIS)
                    .setParam("http.socket.timeout", ANSWER_MILLIS));

    private static final AnswersAsDocumented AS_DOCUMENTED = new AnswersAsDocumented("/openapi");

    private Api() {}

    static Ports ports() {
        return RunningSuite.get().ports();
    }

    /** A request to any URL, with time limits. */
    static RequestSpecification to(URI base) {
        return RestAssured.given()
                .config(CONFIG)
                .baseUri(base.toString())
                .urlEncodingEnabled(false)
                .accept("*/*");
    }

    /** Straight at one of the apps; without a token. */
    static RequestSpecification at(App app) {
        return to(ports().urlOf(app));
    }

    /** Through the gateway; whatever it answers must be as its API document says. */
    static RequestSpecification anybody() {
        return at(App.GATEWAY).filter(AS_DOCUMENTED);
    }

    static RequestSpecification with(String token) {
        return anybody().auth().preemptive().oauth2(token);
    }

    static RequestSpecification as(Account account) {
        return with(account.token());
    }

    /** A new request that does the same thing again has a new key. */
    static RequestSpecification keyed(RequestSpecification caller) {
        return caller.header("Idempotency-Key", UUID.randomUUID());
    }

    static Response postJson(RequestSpecification caller, String path, String body) {
        return keyed(caller).contentType("application/json").body(body).post(path);
    }

    static Response postCsv(RequestSpecification caller, String path, String body) {
        return keyed(caller).contentType("text/csv").body(body).post(path);
    }
}
