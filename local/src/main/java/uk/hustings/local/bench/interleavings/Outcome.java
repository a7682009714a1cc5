package uk.hustings.local.bench.interleavings;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.hustings.local.bench.interleavings.ReplicaClient.Answer;
import uk.hustings.local.bench.interleavings.ReplicaClient.Request;

/**
 * How one scenario went.
 *
 * @param title what was run
 * @param held the statement before which the first writer waited; null if it came to its end before
 * @param blocked whether the second writer had to wait for the first
 * @param acts requests and their answers
 * @param statements of each act; empty where they cannot be told apart
 * @param records what took effect, in order
 */
record Outcome(
        String title,
        String held,
        boolean blocked,
        List<Act> acts,
        List<List<String>> statements,
        List<String> records,
        List<Finding> findings) {

    /**
     * One writer's part.
     *
     * @param request null if none was needed
     */
    record Act(Writer writer, Request request, Answer answer) {

        @Override
        public String toString() {
            return "%s: %s%n    -> %s".formatted(writer, request == null ? "the timed tasks" : request, answer);
        }
    }

    /** Everything that is needed to understand the findings. */
    String story() {
        StringBuilder story = new StringBuilder(title).append('\n');
        if (held != null) {
            story.append("  held before: %s%n".formatted(held))
                    .append("  the second %s%n"
                            .formatted(blocked ? "waited for the first" : "did not wait for the first"));
        }
        acts.forEach(act -> story.append("  ").append(act).append('\n'));
        for (int at = 0; at < statements.size(); at++) {
            story.append("  statements of ")
                    .append(acts.get(at).writer())
                    .append(":\n")
                    .append(numbered(statements.get(at)));
        }
        story.append("  what took effect, in order:\n");
        records.forEach(line -> story.append("    ").append(line).append('\n'));
        findings.forEach(
                finding -> story.append("  CONTRADICTION ").append(finding).append('\n'));
        return story.toString();
    }

    private static String numbered(List<String> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(at -> "    %2d %s%n".formatted(at + 1, lines.get(at)))
                .collect(Collectors.joining());
    }
}
