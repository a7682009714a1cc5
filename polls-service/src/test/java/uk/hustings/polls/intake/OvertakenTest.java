package uk.hustings.polls.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.hustings.polls.Running;
import uk.hustings.polls.real.RealData;

/** Changes decide on the newest evidence, whoever made it. */
@QuarkusTest
class OvertakenTest extends Running {

    private static final String CSV =
            RealData.COLUMNS + ",conPct,labPct\n%s,,adults,standard,E14000653,,2014-01-02,,500,60,40\n";

    @Inject
    Pool database;

    @Test
    void whatAnotherReplicaRecordedAMomentAgoIsKnown() {
        imported(CSV.formatted("Of another replica")).then().statusCode(201);
        // As if another replica had done it: this one has not heard of it when the import comes.
        database.query("""
                        with other as (
                            update poll set natural_key = replace(natural_key, 'Of another', 'By another'),
                                            version = version + 1000
                            where natural_key like '%Of another replica%' returning poll_id),
                        again as (
                            insert into poll_revision
                            select poll_id, 2, status, jsonb_set(content, '{pollster}', '"By another replica"'), author,
                                   reason, recorded_at
                            from poll_revision where poll_id in (select poll_id from other)),
                        counted as (
                            update evidence_version set version = version + 1000)
                        select 1
                        """).execute().await().indefinitely();
        database.query("update poll set revision = 2 where natural_key like '%By another replica%'")
                .execute()
                .await()
                .indefinitely();

        imported(CSV.formatted("By another replica"))
                .then()
                .statusCode(201)
                .body("created", is(0))
                .body("unchanged", is(1));
        imported(CSV.formatted("Of another replica")).then().statusCode(201).body("created", is(1));
    }

    @Test
    void manyChangesAtOnceAllComeTrue() {
        List<CompletableFuture<Integer>> changes = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> imported(CSV.formatted("At once " + i)).statusCode()))
                .toList();

        assertThat(changes).allSatisfy(change -> assertThat(change.join()).isEqualTo(201));
        as(HQ).get("/v1/polls/counts?q=at once").then().body("polls", is(12));
    }
}
