package uk.hustings.polls.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import uk.hustings.api.intake.Faults;
import uk.hustings.polls.poll.domain.Asked;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Poll;
import uk.hustings.polls.poll.domain.PollDetails;
import uk.hustings.polls.poll.domain.PollKey;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.poll.domain.Statement;
import uk.hustings.polls.poll.domain.Visibility;

/**
 * What was sent, poll by poll: items of one key are one poll wherever they stand.
 *
 * @param polls in the order in which they began
 * @param warnings what is accepted but should be looked at
 */
record Batch(List<Gathered> polls, List<String> warnings) {

    /**
     * A poll put together from its items.
     *
     * @param items in their order
     */
    record Gathered(Poll poll, Visibility visibility, Instant embargoedUntil, List<Item> items) {

        /** Where the first of it stands. */
        Place place() {
            return items.get(0).place();
        }

        /** Where a question stands. */
        Place placeOf(Question question) {
            return items.stream()
                    .filter(item -> item.asked()
                            .filter(asked -> asked.question() == question)
                            .isPresent())
                    .findFirst()
                    .map(Item::place)
                    .orElse(place());
        }
    }

    /**
     * Puts polls together.
     *
     * @throws uk.hustings.api.problem.Problem INVALID_INPUT if items of one poll contradict each other
     */
    static Batch of(List<Item> items, List<String> warnings) {
        Map<PollKey, List<Item>> byKey = new LinkedHashMap<>();
        items.forEach(item -> byKey.computeIfAbsent(item.poll().key(), key -> new ArrayList<>(1))
                .add(item));
        Faults faults = new Faults();
        List<Gathered> polls = byKey.entrySet().stream()
                .map(poll -> gathered(poll.getKey(), poll.getValue(), faults))
                .toList();
        faults.refuse();
        return new Batch(polls, warnings);
    }

    private static Gathered gathered(PollKey key, List<Item> items, Faults faults) {
        Map<Question, Item> questions = new LinkedHashMap<>();
        Set<Statement> statements = new LinkedHashSet<>();
        for (Item item : items) {
            item.asked().map(Asked::question).ifPresent(question -> {
                Item before = questions.putIfAbsent(question, item);
                if (before != null) {
                    faults.add(item.place()
                            .fault(
                                    "question",
                                    "is asked by the same poll in %s"
                                            .formatted(before.place().name())));
                }
            });
            statements.addAll(item.poll().statements());
        }
        List<Asked> asked = questions.values().stream()
                .map(item -> item.asked().orElseThrow())
                .toList();
        return new Gathered(
                new Poll(key, details(items, faults), asked, List.copyOf(statements)),
                Visibility.unlessSaid(agreed(items, "visibility", Item::visibility, faults)),
                agreed(items, "embargoedUntil", Item::embargoedUntil, faults),
                items);
    }

    private static PollDetails details(List<Item> items, Faults faults) {
        if (items.size() == 1) {
            return items.get(0).poll().details();
        }
        return new PollDetails(
                detail(items, "clientInterest", PollDetails::clientInterest, faults),
                detail(items, "bpcMember", PollDetails::bpcMember, faults),
                detail(items, "mode", PollDetails::mode, faults),
                detail(items, "sampleSize", PollDetails::sampleSize, faults),
                detail(items, "pollWeightedBase", PollDetails::weightedBase, faults),
                detail(items, "weighting", PollDetails::weighting, faults),
                detail(items, "tablesUrl", PollDetails::tablesUrl, faults),
                detail(items, "source", PollDetails::source, faults),
                detail(items, "contest", PollDetails::contest, faults));
    }

    private static <V> V detail(List<Item> items, String field, Function<PollDetails, V> detail, Faults faults) {
        return agreed(items, field, item -> detail.apply(item.poll().details()), faults);
    }

    /** What is said once is said of the whole poll; null if nothing is said. */
    private static <V> V agreed(List<Item> items, String field, Function<Item, V> value, Faults faults) {
        Item first = null;
        for (Item item : items) {
            V said = value.apply(item);
            if (said == null) {
                continue;
            }
            if (first == null) {
                first = item;
            } else if (!Objects.equals(said, value.apply(first))) {
                faults.add(item.place()
                        .fault(
                                field,
                                "must be that of the same poll in %s, %s, was %s"
                                        .formatted(first.place().name(), told(value.apply(first)), told(said))));
            }
        }
        return first == null ? null : value.apply(first);
    }

    /** As it was sent. */
    static Object told(Object value) {
        if (value == null) {
            return "not known";
        }
        return value instanceof Enum<?> code ? Codes.codeOf(code) : value;
    }
}
