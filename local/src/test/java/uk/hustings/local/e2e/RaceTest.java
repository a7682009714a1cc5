package uk.hustings.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sixteen people report at the same moment. */
class RaceTest {

    private static final int WRITERS = 16;

    /**
     * @param before contacts that are counted already
     * @param each contacts that each of the writers reports
     * @param accepted batches until the limit is crossed, that one included
     */
    @ParameterizedTest(name = "{0}: {1} contacts, then 16 writers with {2} each")
    @CsvSource({"easington, 500, 1, 1", "knowsley, 1, 40, 13", "garston-and-halewood, 0, 501, 1"})
    void sixteenWritersRacingForTheLimitMakeOneDecision(String name, int before, int each, int accepted)
            throws Exception {
        LocalParty party = LocalParty.named(name);
        String canvasser = party.canvasser().token();
        party.report(canvasser, before).then().statusCode(201);

        List<Response> answers = atOnce(() -> party.report(canvasser, each));

        List<Response> counted =
                answers.stream().filter(answer -> answer.statusCode() == 201).toList();
        assertThat(counted).hasSize(accepted);
        assertThat(answers).filteredOn(answer -> answer.statusCode() != 201).allSatisfy(refused -> {
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.<String>path("type")).isEqualTo("/problems/party-locked");
        });
        assertThat(counted)
                .filteredOn(answer -> answer.path("access.state").equals("locked"))
                .hasSize(1);
        assertThat(party.decisions("locked")).hasSize(1);
        assertThat(party.counted()).isEqualTo(before + (long) accepted * each);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource("barnsley-east")
    void sixteenSendersOfOneBatchWithOneKeyCountOnce(String name) throws Exception {
        LocalParty party = LocalParty.named(name);
        String canvasser = party.canvasser().token();

        List<Response> answers = atOnce(() -> party.report(canvasser, 7, "the-same-for-all"));

        // Who is too early to be given the first answer is told to wait.
        assertThat(answers).extracting(Response::statusCode).contains(201).isSubsetOf(201, 409);
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .map(Response::asString)
                        .distinct())
                .hasSize(1);
        assertThat(party.counted()).isEqualTo(7);
    }

    private interface Send {
        Response now();
    }

    private static List<Response> atOnce(Send send) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(WRITERS);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<Response>> answers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> writers.submit(() -> {
                        start.await(10, TimeUnit.SECONDS);
                        return send.now();
                    }))
                    .toList();
            List<Response> all = new java.util.ArrayList<>();
            for (Future<Response> answer : answers) {
                all.add(answer.get());
            }
            return all;
        } finally {
            writers.shutdownNow();
        }
    }
}
