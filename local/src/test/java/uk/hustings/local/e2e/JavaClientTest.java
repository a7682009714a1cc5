package uk.hustings.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.client.AccessApi;
import uk.hustings.client.ApiClient;
import uk.hustings.client.ApiException;
import uk.hustings.client.PartiesApi;
import uk.hustings.client.SeatsApi;
import uk.hustings.client.model.ImportReceipt;
import uk.hustings.client.model.Problem;
import uk.hustings.client.model.Seat;
import uk.hustings.local.suite.App;
import uk.hustings.local.suite.RunningSuite;

/** The client that openapi-generator makes of {@code docs/api/openapi.json}, used as its users use it. */
class JavaClientTest {

    private ApiClient client;

    @BeforeEach
    void logIn() {
        client = new ApiClient();
        client.updateBaseUri(Api.ports().urlOf(App.GATEWAY).toString());
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + Account.HQ.token()));
    }

    @Test
    void aListIsReadToItsEnd() throws ApiException {
        List<Seat> seats = all(SeatsApi.APIListSeatsRequest.newBuilder());

        assertThat(seats).hasSize(650).extracting(Seat::getSeatCode).doesNotHaveDuplicates();
        assertThat(seats).allSatisfy(seat -> assertThat(seat.getElectorate()).isPositive());
    }

    @Test
    void filtersNarrowAList() throws ApiException {
        assertThat(all(SeatsApi.APIListSeatsRequest.newBuilder().region("E12000009")))
                .hasSize(55)
                .extracting(Seat::getRegionName)
                .containsOnly("South West");
        assertThat(all(SeatsApi.APIListSeatsRequest.newBuilder()
                        .region("E12000009")
                        .holder("lab")))
                .extracting(Seat::getName)
                .contains("Exeter")
                .hasSizeLessThan(10);
    }

    @Test
    void whatIsNotThereIsAProblemThatSaysSo() throws IOException {
        Problem problem = problem(404, () -> new SeatsApi(client)
                .getSeat(SeatsApi.APIGetSeatRequest.newBuilder()
                        .seatCode("E14009999")
                        .build()));

        assertThat(problem.getType()).isEqualTo("/problems/not-found");
        assertThat(problem.getStatus()).isEqualTo(404);
        assertThat(problem.getTitle()).isNotBlank();
        assertThat(problem.getDetail()).isNotBlank();
        assertThat(problem.getErrors()).isNull();
    }

    @Test
    void anImportIsSentTwiceAndDoneOnce() throws ApiException, IOException {
        String csv = Files.readString(RunningSuite.projectRoot().resolve("data/parties.csv"));
        String key = UUID.randomUUID().toString();

        ImportReceipt first = imported(csv, key);
        ImportReceipt again = imported(csv, key);

        assertThat(first.getCreated()).isZero();
        assertThat(first.getUnchanged()).isEqualTo((int) csv.lines().count() - 1);
        assertThat(again).isEqualTo(first);
        assertThat(problem(422, () -> imported(csv + "\n", key)).getType())
                .isEqualTo("/problems/idempotency-key-reused");
    }

    @Test
    void everyFaultOfAnImportIsNamed() throws IOException {
        Problem problem =
                problem(422, () -> imported("code,name,colour,lineage\nlab,,red,\n", "a-new-key-" + UUID.randomUUID()));

        assertThat(problem.getErrors()).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.getRow()).isEqualTo(2);
            assertThat(fault.getPointer()).startsWith("/");
            assertThat(fault.getDetail()).isNotBlank();
        });
    }

    @Test
    void aCallerLearnsWhoHeIsAndAStrangerIsTurnedAway() throws ApiException, IOException {
        assertThat(new AccessApi(client).getMyAccess().getRoles()).contains("national-organiser");

        client.setRequestInterceptor(request -> {});
        assertThat(problem(401, () -> new AccessApi(client).getMyAccess()).getStatus())
                .isEqualTo(401);
    }

    private List<Seat> all(SeatsApi.APIListSeatsRequest.Builder request) throws ApiException {
        List<Seat> seats = new ArrayList<>();
        var page = new SeatsApi(client).listSeats(request.build());
        seats.addAll(page.getItems());
        while (page.getNext() != null) {
            page = new SeatsApi(client).listSeats(request.cursor(page.getNext()).build());
            seats.addAll(page.getItems());
        }
        return seats;
    }

    private ImportReceipt imported(String csv, String key) throws ApiException {
        return new PartiesApi(client)
                .importParties(PartiesApi.APIImportPartiesRequest.newBuilder()
                        .idempotencyKey(key)
                        .body(csv)
                        .build());
    }

    private Problem problem(int status, ThrowingCallable call) throws IOException {
        ApiException refused = catchThrowableOfType(ApiException.class, call);
        assertThat(refused).isNotNull();
        assertThat(refused.getCode()).isEqualTo(status);
        return client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
    }
}
