package uk.hustings.polls.intake;

import java.util.ArrayList;
import java.util.List;

/** What was accepted but should be looked at: all is counted, the first hundred are told. */
final class Warnings {

    private static final int MOST_TOLD = 100;

    private final List<String> told = new ArrayList<>();
    private int count;

    void add(String warning) {
        count++;
        if (told.size() < MOST_TOLD) {
            told.add(warning);
        }
    }

    List<String> told() {
        List<String> all = new ArrayList<>(told);
        if (count > MOST_TOLD) {
            all.add("%d more".formatted(count - MOST_TOLD));
        }
        return all;
    }
}
