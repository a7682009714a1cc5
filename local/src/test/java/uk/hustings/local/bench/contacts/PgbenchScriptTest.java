package uk.hustings.local.bench.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.hustings.local.bench.contacts.PgbenchScript.Sample;
import uk.hustings.local.bench.contacts.Transaction.Statement;

class PgbenchScriptTest {

    private static final String BATCH = "0199a3c1-7a51-7000-8000-000000000001";
    private static final Sample SAMPLE = new Sample("exeter", "E14000698", "key-7", BATCH, "-990");
    private static final String ID = "cast(lpad(to_hex(cast(:key as bigint)), 32, '0') as uuid)";

    @Test
    void whatMustDifferIsAVariableAndTheRestStays() {
        assertThat(script(
                        "insert into t values ($1, $2, $3, $4, $5, $6)",
                        BATCH,
                        "exeter",
                        "E14000698",
                        "key-7",
                        "-990",
                        "57"))
                .contains("insert into t values (" + ID + ", :party, :seat, :key, :key, '57');");
    }

    @Test
    void whatMustDifferInsideALongerValueIsPutTogether() {
        assertThat(script("select $1", "POST /v1/seats/E14000698/contacts/" + BATCH))
                .contains("select ('POST /v1/seats/' || cast(:seat as text) || '/contacts/' || cast(" + ID
                        + " as text));");
    }

    @Test
    void quotesColonsAndNothingSurvive() {
        assertThat(script("select $1, $2, $3", "d'Arcy", "{\"a\":null}", null))
                .contains("select 'd''Arcy', E'{\"a\"\\x3anull}', null;".replace("'d''Arcy'", "E'd''Arcy'"));
    }

    @Test
    void aStatementIsOneLineAndTheTransactionIsWhole() {
        assertThat(script("select 1\n    from t\nwhere x = $1", "2").lines())
                .contains("BEGIN;", "select 1 from t where x = '2';")
                .endsWith("COMMIT;");
    }

    @Test
    void theTenthParameterIsNotTheFirst() {
        assertThat(script("select $1, $10", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j"))
                .contains("select 'a', 'j';");
    }

    private static String script(String sql, String... parameters) {
        return PgbenchScript.of(new Transaction(List.of(new Statement(sql, Arrays.asList(parameters)))), SAMPLE);
    }
}
