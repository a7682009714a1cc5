package uk.hustings.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.gateway.routes.domain.Service;

class ApiDocumentsTest {

    private final Vertx vertx = Vertx.vertx();
    private final Map<Service, String> served = new EnumMap<>(Documents.all());
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void aServiceThatWasNeverHeardMakesTheDocumentUnavailable() {
        served.remove(Service.CAMPAIGN);

        assertThatThrownBy(() -> read(documents(Duration.ZERO))).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.UPSTREAM_UNAVAILABLE);
            assertThat(problem).hasMessageContaining("campaign");
        });
    }

    @Test
    void ofAServiceThatIsDownTheLastKnownPartIsTold() throws Exception {
        ApiDocuments documents = documents(Duration.ZERO);
        String whole = read(documents);
        served.remove(Service.CAMPAIGN);

        assertThat(read(documents)).isEqualTo(whole).contains("/v1/campaign/access/me");
    }

    @Test
    void aServiceThatComesUpIsHeardAtOnce() throws Exception {
        ApiDocuments documents = documents(Duration.ofHours(1));
        String campaign = served.remove(Service.CAMPAIGN);
        assertThatThrownBy(() -> read(documents)).isInstanceOf(Problem.class);
        served.put(Service.CAMPAIGN, campaign);

        assertThat(read(documents)).contains("/v1/campaign/access/me");
    }

    @Test
    void theServicesAreAskedOnceInAWhile() throws Exception {
        ApiDocuments documents = documents(Duration.ofHours(1));

        read(documents);
        read(documents);

        assertThat(asked).hasValue(3);
    }

    @Test
    void aNewDocumentOfAServiceIsToldAfterTheWhile() throws Exception {
        ApiDocuments documents = documents(Duration.ZERO);
        read(documents);
        served.put(
                Service.POLLS,
                Documents.of(
                        Documents.get("/v1/polls", "listPolls2", "Poll"),
                        Documents.schema("Poll", "pollId") + "," + Documents.PROBLEM));

        assertThat(read(documents)).contains("listPolls2");
    }

    @Test
    void contradictionsAreToldLoudly() {
        served.put(Service.POLLS, Documents.of(Documents.get("/v1/polls", "listSeats", "Poll"), ""));

        assertThatThrownBy(() -> read(documents(Duration.ZERO))).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.INTERNAL_ERROR);
            assertThat(problem.body().get("contradictions").toString()).contains("listSeats");
        });
    }

    private ApiDocuments documents(Duration refresh) {
        return new ApiDocuments(vertx, this::serve, new ApiMerge(URI.create("http://keycloak.test"), "1"), refresh);
    }

    private Future<String> serve(Service service) {
        asked.incrementAndGet();
        String document = served.get(service);
        return document == null ? Future.failedFuture("down") : Future.succeededFuture(document);
    }

    private static String read(ApiDocuments documents) throws Exception {
        try {
            return documents
                    .current()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS)
                    .json()
                    .text();
        } catch (ExecutionException failure) {
            throw (Exception) failure.getCause();
        }
    }
}
