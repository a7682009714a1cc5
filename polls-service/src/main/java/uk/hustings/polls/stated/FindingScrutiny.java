package uk.hustings.polls.stated;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import uk.hustings.polls.indicator.domain.Figure;
import uk.hustings.polls.indicator.domain.ItemKind;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Population;
import uk.hustings.polls.stated.Scrutiny.Fault;

/** What a stated item says: it has all that its kind needs, nothing that belongs to another, and sound figures. */
final class FindingScrutiny {

    private static final int MOST_ENTRIES = 100;
    private static final BigDecimal MOST_TOGETHER = BigDecimal.valueOf(102);
    private static final BigDecimal LEAST_TOGETHER = BigDecimal.valueOf(98);
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final long MOST_VOTES = 1_000_000_000;
    private static final Pattern UNIT = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private static final Map<ItemKind, Set<String>> FIELDS = Map.of(
            ItemKind.INDICATOR, Set.of("figures"),
            ItemKind.REAL_VOTES, Set.of("council", "ward", "turnoutPct", "results"),
            ItemKind.SWITCHING, Set.of("population", "moves"),
            ItemKind.REASONS, Set.of("population", "base", "reasons"),
            ItemKind.STATEMENT, Set.of("speaker", "text", "option"),
            ItemKind.BALLOT_RESULT, Set.of("electorate", "turnoutPct", "results"));

    private final Checks checks;
    private final List<Fault> warnings = new ArrayList<>();

    FindingScrutiny(Checks checks) {
        this.checks = checks;
    }

    List<Fault> warnings() {
        return List.copyOf(warnings);
    }

    /** @return sound unless faults were found */
    StatedFinding finding(ItemKind kind, StatedFinding stated) {
        refuseFieldsOfOtherKinds(kind, stated);
        BigDecimal turnout = checks.pct("/turnoutPct", stated.turnoutPct());
        String council = checks.text("/council", stated.council(), Scrutiny.LONGEST_NAME);
        String ward = checks.text("/ward", stated.ward(), Scrutiny.LONGEST_NAME);
        if (kind == ItemKind.REAL_VOTES && council == null && ward == null) {
            checks.fault("/council", "must not be empty unless there is a ward");
        }
        Population population = checks.code("/population", stated.population(), Population.class);
        boolean votes = kind == ItemKind.REAL_VOTES || kind == ItemKind.BALLOT_RESULT;
        return new StatedFinding(
                kind == ItemKind.INDICATOR ? each("/figures", stated.figures(), this::figure) : null,
                council,
                ward,
                kind == ItemKind.BALLOT_RESULT
                        ? checks.required("/electorate", stated.electorate(), Scrutiny.LONGEST_NAME)
                        : null,
                turnout,
                votes ? results(stated.results()) : null,
                population == null ? null : Codes.codeOf(population),
                checks.people("/base", stated.base()),
                kind == ItemKind.SWITCHING ? moves(stated.moves()) : null,
                kind == ItemKind.REASONS ? each("/reasons", stated.reasons(), this::reason) : null,
                checks.text("/speaker", stated.speaker(), Scrutiny.LONGEST_NAME),
                kind == ItemKind.STATEMENT ? checks.required("/text", stated.text(), Scrutiny.LONGEST_NOTE) : null,
                stated.option() == null ? null : checks.option("/option", stated.option()));
    }

    private void refuseFieldsOfOtherKinds(ItemKind kind, StatedFinding stated) {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("figures", stated.figures());
        given.put("council", stated.council());
        given.put("ward", stated.ward());
        given.put("electorate", stated.electorate());
        given.put("turnoutPct", stated.turnoutPct());
        given.put("results", stated.results());
        given.put("population", stated.population());
        given.put("base", stated.base());
        given.put("moves", stated.moves());
        given.put("reasons", stated.reasons());
        given.put("speaker", stated.speaker());
        given.put("text", stated.text());
        given.put("option", stated.option());
        given.forEach((field, value) -> {
            if (value != null && !FIELDS.get(kind).contains(field)) {
                checks.fault("/" + field, "must be left out: the kind is " + Codes.codeOf(kind));
            }
        });
    }

    private StatedFigure figure(String pointer, StatedFigure stated) {
        String unit = stated.unit();
        if (unit == null || !UNIT.matcher(unit).matches()) {
            checks.fault(pointer + "/unit", "must be a small letter and up to 39 small letters, digits or hyphens");
        }
        BigDecimal value = number(pointer + "/value", stated.value());
        BigDecimal outOf = stated.outOf() == null ? null : number(pointer + "/outOf", stated.outOf());
        if (value != null && Figure.PCT.equals(unit) && value.compareTo(ALL) > 0) {
            checks.fault(pointer + "/value", "must be 100 at most: the unit is pct, was " + value);
        } else if (value != null && outOf != null && value.compareTo(outOf) > 0) {
            checks.fault(pointer + "/outOf", "must be no less than the value %s, was %s".formatted(value, outOf));
        }
        return new StatedFigure(
                stated.option() == null ? null : checks.option(pointer + "/option", stated.option()),
                value,
                outOf,
                unit);
    }

    private BigDecimal number(String pointer, BigDecimal number) {
        try {
            if (number != null) {
                return Figure.withinRange(number);
            }
        } catch (IllegalArgumentException outOfRange) {
            // Told below; not what it was: 1e999999999 written out would have a billion digits.
        }
        checks.fault(pointer, "must be " + Figure.RANGE);
        return null;
    }

    private List<StatedTally> results(List<StatedTally> stated) {
        List<StatedTally> sound = each("/results", stated, this::tally);
        refuseTwice(
                "/results", "option", sound.stream().map(StatedTally::option).toList());
        addUp("/results", sound.stream().map(StatedTally::pct).toList(), true);
        return sound;
    }

    private StatedTally tally(String pointer, StatedTally stated) {
        Long votes = stated.votes();
        if (votes != null && (votes < 0 || votes > MOST_VOTES)) {
            checks.fault(pointer + "/votes", "must be 0 to %d, was %d".formatted(MOST_VOTES, votes));
        }
        if (votes == null && stated.pct() == null) {
            checks.fault(pointer + "/votes", "must not be empty unless there is a share");
        }
        return new StatedTally(
                checks.option(pointer + "/option", stated.option()), votes, checks.pct(pointer + "/pct", stated.pct()));
    }

    private List<StatedMoves> moves(List<StatedMoves> stated) {
        List<StatedMoves> sound = each("/moves", stated, this::move);
        refuseTwice("/moves", "from", sound.stream().map(StatedMoves::from).toList());
        return sound;
    }

    private StatedMoves move(String pointer, StatedMoves stated) {
        List<StatedShare> to = each(pointer + "/toPct", stated.toPct(), this::share);
        refuseTwice(
                pointer + "/toPct",
                "option",
                to.stream().map(StatedShare::option).toList());
        addUp(pointer + "/toPct", to.stream().map(StatedShare::pct).toList(), false);
        return new StatedMoves(
                answer(pointer + "/from", stated.from()), checks.people(pointer + "/base", stated.base()), to);
    }

    private StatedShare share(String pointer, StatedShare stated) {
        if (stated.pct() == null) {
            checks.fault(pointer + "/pct", "must not be empty");
        }
        return new StatedShare(
                answer(pointer + "/option", stated.option()), checks.pct(pointer + "/pct", stated.pct()));
    }

    /** Whoever did not know what to choose may have moved, too. */
    private String answer(String pointer, String text) {
        return Scrutiny.BESIDE_THE_ANSWERS.contains(Objects.toString(text, "")) ? text : checks.option(pointer, text);
    }

    private StatedReason reason(String pointer, StatedReason stated) {
        return new StatedReason(
                checks.required(pointer + "/reason", stated.reason(), Scrutiny.LONGEST_NAME),
                checks.pct(pointer + "/pct", stated.pct()));
    }

    /** At least one and not too many. */
    private <T> List<T> each(String pointer, List<T> stated, BiFunction<String, T, T> scrutiny) {
        List<T> sound = new ArrayList<>();
        if (stated == null || stated.isEmpty()) {
            checks.fault(pointer, "must not be empty");
            return sound;
        }
        if (stated.size() > MOST_ENTRIES) {
            checks.fault(pointer, "must be %d at most, was %d".formatted(MOST_ENTRIES, stated.size()));
            return sound;
        }
        for (int i = 0; i < stated.size(); i++) {
            if (stated.get(i) == null) {
                checks.fault(pointer + "/" + i, "must not be null");
            } else {
                sound.add(scrutiny.apply(pointer + "/" + i, stated.get(i)));
            }
        }
        return sound;
    }

    private void refuseTwice(String pointer, String field, List<String> options) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i) != null && !seen.add(options.get(i))) {
                checks.fault(
                        "%s/%d/%s".formatted(pointer, i, field),
                        "is one of those before already, was \"%s\"".formatted(options.get(i)));
            }
        }
    }

    /** @param whole whether a sum well below 100 is worth a word */
    private void addUp(String pointer, List<BigDecimal> pcts, boolean whole) {
        BigDecimal sum = pcts.stream().filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(MOST_TOGETHER) > 0) {
            checks.fault(pointer, "shares must add up to %s at most, was %s".formatted(MOST_TOGETHER, sum));
        } else if (whole
                && !pcts.isEmpty()
                && pcts.stream().allMatch(Objects::nonNull)
                && sum.compareTo(LEAST_TOGETHER) < 0) {
            warnings.add(new Fault(pointer, "shares add up to " + sum));
        }
    }
}
