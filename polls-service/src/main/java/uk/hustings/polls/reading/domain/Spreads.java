package uk.hustings.polls.reading.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures by answer, in the order in which the answers first came up. */
final class Spreads {

    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    void add(String option, double figure) {
        figures.computeIfAbsent(option, first -> new ArrayList<>()).add(figure);
    }

    Map<String, Spread> byOption() {
        Map<String, Spread> spreads = new LinkedHashMap<>();
        figures.forEach((option, values) -> spreads.put(option, Spread.of(values)));
        return spreads;
    }
}
