package uk.hustings.local.bench.interleavings;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.hustings.local.bench.interleavings.ReplicaClient.Answer;
import uk.hustings.local.bench.interleavings.ReplicaClient.Request;

/**
 * How one scenario went.
 *
 * @param writers who wrote
 * @param how they were run
 * @param held the statement before which the first writer waited; null if it came to its end before
 * @param blocked whether the second writer had to wait for the first
 * @param acts requests and their answers
 * @param statements of each replica; empty where they are of no use
 * @param records what took effect, in order
 */
record Outcome(
        String writers,
        String how,
        String held,
        boolean blocked,
        List<Act> acts,
        List<List<String>> statements,
        List<String> records,
        List<Finding> findings) {

    private static final int LONGEST_SHOWN = 500;

    /**
     * One writer's part.
     *
     * @param request null if none was needed
     */
    record Act(Writer writer, Request request, Answer answer) {

        @Override
        public String toString() {
            return "%s: %s%n    -> %s"
                    .formatted(writer, request == null ? "the timed tasks" : request, shortened(answer.toString()));
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + " …";
    }

    /** Everything that is needed to understand the findings. */
    String story() {
        StringBuilder story =
                new StringBuilder(writers).append(", ").append(how).append('\n');
        if (held != null) {
            story.append("  held before: %s%n".formatted(held))
                    .append("  the second %s%n"
                            .formatted(blocked ? "waited for the first" : "did not wait for the first"));
        }
        acts.forEach(act -> story.append("  ").append(act).append('\n'));
        for (int at = 0; at < statements.size(); at++) {
            story.append("  statements of the %s replica:%n".formatted(at == 0 ? "first" : "second"))
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
