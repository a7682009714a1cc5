package uk.hustings.seats.change.domain;

import java.util.Collection;
import java.util.Optional;
import uk.hustings.seats.election.domain.Election;

/** Results of two elections are compared seat by seat, and so on one set of boundaries only. */
public final class SameBoundaries {

    private SameBoundaries() {}

    /**
     * Why two elections cannot be compared, and which notional result could be instead.
     *
     * @param known every election
     * @return empty if both are told on the same boundaries
     */
    public static Optional<String> objection(Election from, Election to, Collection<Election> known) {
        if (from.boundarySet().equals(to.boundarySet())) {
            return Optional.empty();
        }
        String advice = notional("from", from, to, known)
                .or(() -> notional("to", to, from, known))
                .orElse("no notional result of either on the boundaries of the other is recorded");
        return Optional.of("%s is told on the boundaries of %s and %s on those of %s; %s"
                .formatted(from.id(), from.boundarySet(), to.id(), to.boundarySet(), advice));
    }

    private static Optional<String> notional(
            String name, Election instead, Election other, Collection<Election> known) {
        return known.stream()
                .filter(election -> election.isNotional()
                        && election.boundarySet().equals(other.boundarySet())
                        && election.pollingDay().equals(instead.pollingDay()))
                .findFirst()
                .map(election -> "use %s=%s, what %s would have been on the boundaries of %s"
                        .formatted(name, election.id(), instead.id(), other.boundarySet()));
    }
}
