package uk.hustings.local.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code docs/api/breaking-changes.md}: the operations that may break because somebody said why, and those that did. A
 * declaration is good for one change of the document; after that it is history, so that it does not excuse the next.
 *
 * @param text of the file
 */
public record Declarations(String text) {

    private static final String HISTORY = "## Made";
    private static final Pattern DECLARATION = Pattern.compile("- `([A-Z]+ /[^`]*)`: *(\\S.*)");

    /** Those that nobody has declared. */
    public List<BreakingChange> undeclared(List<BreakingChange> changes) {
        Set<String> declared = text.substring(0, startOfHistory())
                .lines()
                .map(DECLARATION::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .collect(Collectors.toSet());
        return changes.stream()
                .filter(change -> !declared.contains(change.operation()))
                .toList();
    }

    /** The file after the changes were made: what declared them has become history. */
    public Declarations made(List<BreakingChange> changes, LocalDate day) {
        Set<String> operations = changes.stream().map(BreakingChange::operation).collect(Collectors.toSet());
        List<String> kept = new ArrayList<>();
        List<String> moved = new ArrayList<>();
        text.substring(0, startOfHistory()).lines().forEach(line -> {
            Matcher declaration = DECLARATION.matcher(line);
            if (declaration.matches() && operations.contains(declaration.group(1))) {
                moved.add("- %s, `%s`: %s".formatted(day, declaration.group(1), declaration.group(2)));
            } else {
                kept.add(line);
            }
        });
        if (moved.isEmpty()) {
            return this;
        }
        kept.add(HISTORY);
        kept.add("");
        kept.addAll(moved);
        text.substring(startOfHistory())
                .lines()
                .skip(1)
                .dropWhile(String::isBlank)
                .forEach(kept::add);
        return new Declarations(String.join("\n", kept) + "\n");
    }

    private int startOfHistory() {
        int start = text.indexOf(HISTORY);
        return start < 0 ? text.length() : start;
    }
}
