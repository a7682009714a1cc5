package uk.hustings.local.bench.contacts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A recorded transaction as a script for pgbench: the same statements in the same order, with another key and another batch each
 * time, and now and then another local party.
 */
final class PgbenchScript {

    /** Cheap enough not to be noticed, often enough that the clients do not each keep to a row of their own. */
    private static final int TRANSACTIONS_IN_ONE_SEAT = 50;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$(\\d+)");

    private static final String BEFORE = """
            \\set n :n + 1
            \\set key :base + :client_id * 100000000 + :n
            \\if :n %% %d = 1
            select local_party as party, seat_code as seat from local_party_seat order by random() limit 1 \\gset
            \\endif
            BEGIN;
            """.formatted(TRANSACTIONS_IN_ONE_SEAT);

    private PgbenchScript() {}

    /**
     * What was said in the recorded transaction that each new one must say differently.
     *
     * @param batch id of the batch
     * @param lockNumber what the key was made into to be claimed
     */
    record Sample(String localParty, String seatCode, String key, String batch, String lockNumber) {}

    /** It wants the variables {@code n} (0) and {@code base}, which no two runs may have in common. */
    static String of(Transaction transaction, Sample sample) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put(sample.batch, "cast(lpad(to_hex(cast(:key as bigint)), 32, '0') as uuid)");
        variables.put(sample.key, ":key");
        variables.put(sample.lockNumber, ":key");
        variables.put(sample.seatCode, ":seat");
        variables.put(sample.localParty, ":party");
        StringBuilder script = new StringBuilder(BEFORE);
        for (Transaction.Statement statement : transaction.statements()) {
            script.append(sql(statement, variables)).append(";\n");
        }
        return script.append("COMMIT;\n").toString();
    }

    private static String sql(Transaction.Statement statement, Map<String, String> variables) {
        return PLACEHOLDER
                .matcher(statement.sql())
                .replaceAll(placeholder -> Matcher.quoteReplacement(
                        expression(statement.parameters().get(Integer.parseInt(placeholder.group(1)) - 1), variables)))
                .replaceAll("\\s*\n\\s*", " ");
    }

    private static String expression(String value, Map<String, String> variables) {
        if (value == null) {
            return "null";
        }
        if (variables.containsKey(value)) {
            return variables.get(value);
        }
        List<String> expressions = new ArrayList<>();
        split(value, variables, expressions);
        return expressions.size() == 1 ? expressions.get(0) : "(" + String.join(" || ", expressions) + ")";
    }

    /** Variables inside a longer value, in the order in which they stand there. */
    private static void split(String value, Map<String, String> variables, List<String> expressions) {
        int at = Integer.MAX_VALUE;
        String found = null;
        for (String sample : variables.keySet()) {
            int here = value.indexOf(sample);
            if (here >= 0 && here < at) {
                at = here;
                found = sample;
            }
        }
        if (found == null) {
            expressions.add(literal(value));
            return;
        }
        if (at > 0) {
            expressions.add(literal(value.substring(0, at)));
        }
        expressions.add("cast(" + variables.get(found) + " as text)");
        String rest = value.substring(at + found.length());
        if (!rest.isEmpty()) {
            split(rest, variables, expressions);
        }
    }

    /** pgbench takes a colon before a letter for a variable, in quotes, too. */
    private static String literal(String value) {
        String escaped = value.replace("\\", "\\\\").replace("'", "''").replace(":", "\\x3a");
        return (escaped.equals(value) ? "'" : "E'") + escaped + "'";
    }
}
