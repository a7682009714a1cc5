package uk.hustings.local.bench.contacts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.hustings.local.bench.BenchFailed;

/**
 * One transaction as PostgreSQL has logged it: the statements that a service really sends, whatever its code says.
 *
 * @param statements in order, from {@code BEGIN} to {@code COMMIT}, both left out
 */
record Transaction(List<Statement> statements) {

    /** What must stand before each line of the log: the number of the server's process. */
    static final String LINE_PREFIX = "%p ";

    private static final Pattern LINE = Pattern.compile("(\\d+) (LOG|DETAIL):  (.*)");
    private static final Pattern SENT = Pattern.compile("(?s)(?:statement|execute [^:]*): (.*)");
    private static final Pattern PARAMETER = Pattern.compile("(?s)\\$\\d+ = (?:NULL|'((?:[^']|'')*)')");

    /** @param parameters in order; null is SQL's */
    record Statement(String sql, List<String> parameters) {}

    /**
     * Finds the last transaction in which somebody said this.
     *
     * @param log with {@link #LINE_PREFIX}, all statements logged
     * @param said a parameter of one of its statements, or a part of it
     * @throws BenchFailed if there is none
     */
    static Transaction in(String log, String said) {
        Map<String, List<Statement>> open = new HashMap<>();
        Transaction found = null;
        for (Entry entry : entries(log)) {
            List<Statement> statements = open.computeIfAbsent(entry.process, process -> new ArrayList<>());
            Matcher sent = SENT.matcher(entry.text);
            if (entry.kind.equals("DETAIL") && entry.text.regionMatches(true, 0, "parameters: ", 0, 12)) {
                int last = statements.size() - 1;
                if (last >= 0) {
                    statements.set(last, new Statement(statements.get(last).sql, parameters(entry.text)));
                }
            } else if (entry.kind.equals("LOG") && sent.matches()) {
                String sql = sent.group(1).strip();
                if (sql.equalsIgnoreCase("begin")) {
                    statements.clear();
                } else if (sql.equalsIgnoreCase("commit")) {
                    found = says(statements, said) ? new Transaction(List.copyOf(statements)) : found;
                    statements.clear();
                } else {
                    statements.add(new Statement(sql, List.of()));
                }
            }
        }
        if (found == null) {
            throw new BenchFailed("PostgreSQL has logged no transaction with " + said);
        }
        return found;
    }

    /** What the function was called with, where a call has one parameter. */
    String parameterOf(String function) {
        Pattern call = Pattern.compile(Pattern.quote(function) + "\\(\\$(\\d+)\\)");
        for (Statement statement : statements) {
            Matcher found = call.matcher(statement.sql);
            if (found.find()) {
                return statement.parameters.get(Integer.parseInt(found.group(1)) - 1);
            }
        }
        throw new BenchFailed("No statement calls " + function);
    }

    private record Entry(String process, String kind, String text) {}

    /** What goes over several lines goes on behind a tab. */
    private static List<Entry> entries(String log) {
        List<Entry> entries = new ArrayList<>();
        for (String line : log.split("\n")) {
            Matcher first = LINE.matcher(line);
            if (first.matches()) {
                entries.add(new Entry(first.group(1), first.group(2), first.group(3)));
            } else if (line.startsWith("\t") && !entries.isEmpty()) {
                Entry last = entries.remove(entries.size() - 1);
                entries.add(new Entry(last.process, last.kind, last.text + '\n' + line.substring(1)));
            }
        }
        return entries;
    }

    private static List<String> parameters(String text) {
        List<String> parameters = new ArrayList<>();
        Matcher next = PARAMETER.matcher(text);
        while (next.find()) {
            parameters.add(next.group(1) == null ? null : next.group(1).replace("''", "'"));
        }
        return Arrays.asList(parameters.toArray(String[]::new));
    }

    private static boolean says(List<Statement> statements, String said) {
        return statements.stream()
                .flatMap(statement -> statement.parameters.stream())
                .anyMatch(parameter -> parameter != null && parameter.contains(said));
    }
}
