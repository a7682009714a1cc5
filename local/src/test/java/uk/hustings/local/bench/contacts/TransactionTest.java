package uk.hustings.local.bench.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.hustings.local.bench.BenchFailed;
import uk.hustings.local.bench.contacts.Transaction.Statement;

class TransactionTest {

    /** Two processes of the server write in turns; the one with the key that is sought rolls back once. */
    private static final String LOG = """
            started long ago
            11 LOG:  statement: BEGIN
            12 LOG:  statement: BEGIN
            11 LOG:  execute S_1: select pg_try_advisory_xact_lock($1)
            11 DETAIL:  Parameters: $1 = '42'
            12 LOG:  execute <unnamed>: select 1
            11 LOG:  statement: ROLLBACK
            11 LOG:  statement: BEGIN
            11 LOG:  execute S_1: select pg_try_advisory_xact_lock($1)
            11 DETAIL:  Parameters: $1 = '43'
            12 LOG:  statement: COMMIT
            11 LOG:  execute S_2: insert into kept_reply (caller, key)
            \tvalues ($1, $2)
            11 DETAIL:  Parameters: $1 = 'd''Arcy, $9 = x', $2 = NULL, $3 = 'key-7'
            11 LOG:  statement: COMMIT
            12 LOG:  statement: BEGIN
            """;

    @Test
    void itIsWhatOneProcessWasSentBetweenBeginAndCommit() {
        assertThat(Transaction.in(LOG, "key-7").statements())
                .containsExactly(
                        new Statement("select pg_try_advisory_xact_lock($1)", List.of("43")),
                        new Statement(
                                "insert into kept_reply (caller, key)\nvalues ($1, $2)",
                                Arrays.asList("d'Arcy, $9 = x", null, "key-7")));
    }

    @Test
    void aParameterIsFoundByTheFunctionThatTakesIt() {
        assertThat(Transaction.in(LOG, "key-7").parameterOf("pg_try_advisory_xact_lock"))
                .isEqualTo("43");
    }

    @Test
    void withoutSuchATransactionThereIsNothingToMeasure() {
        assertThatThrownBy(() -> Transaction.in(LOG, "key-8")).isInstanceOf(BenchFailed.class);
        assertThatThrownBy(() -> Transaction.in(LOG, "42")).isInstanceOf(BenchFailed.class);
    }
}
