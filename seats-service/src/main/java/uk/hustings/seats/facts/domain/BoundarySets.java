package uk.hustings.seats.facts.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.hustings.seats.election.domain.Election;
import uk.hustings.seats.seat.domain.Seat;

/** The boundary sets in the order in which they came into force; one that did not yet comes last. */
final class BoundarySets {

    private static final Comparator<BoundarySet> IN_ORDER = Comparator.comparing(
                    BoundarySet::inForceFrom, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(BoundarySet::code);

    private final List<BoundarySet> inOrder;

    BoundarySets(Collection<Seat> seats, Collection<Election> elections) {
        Map<String, Long> counts =
                seats.stream().collect(Collectors.groupingBy(Seat::boundarySet, TreeMap::new, Collectors.counting()));
        List<BoundarySet> begun = counts.entrySet().stream()
                .map(set -> new BoundarySet(
                        set.getKey(),
                        firstElection(set.getKey(), elections),
                        null,
                        set.getValue().intValue()))
                .sorted(IN_ORDER)
                .toList();
        this.inOrder = begun.stream().map(set -> ended(set, begun)).toList();
    }

    private static LocalDate firstElection(String code, Collection<Election> elections) {
        return elections.stream()
                .filter(election -> election.boundarySet().equals(code) && election.isActualGeneral())
                .map(Election::pollingDay)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static BoundarySet ended(BoundarySet set, List<BoundarySet> all) {
        if (set.inForceFrom() == null) {
            return set;
        }
        LocalDate next = all.stream()
                .map(BoundarySet::inForceFrom)
                .filter(from -> from != null && from.isAfter(set.inForceFrom()))
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new BoundarySet(set.code(), set.inForceFrom(), next == null ? null : next.minusDays(1), set.seats());
    }

    List<BoundarySet> inOrder() {
        return inOrder;
    }

    Optional<BoundarySet> find(String code) {
        return inOrder.stream().filter(set -> set.code().equals(code)).findFirst();
    }

    /** The set in force on a day; the first one before any was. Empty if there is no seat at all. */
    Optional<BoundarySet> on(LocalDate day) {
        return inOrder.stream().filter(set -> set.isInForceOn(day)).findFirst().or(() -> inOrder.stream()
                .findFirst());
    }
}
