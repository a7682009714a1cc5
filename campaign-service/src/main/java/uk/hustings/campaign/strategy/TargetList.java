package uk.hustings.campaign.strategy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/**
 * A published list of targets; it never changes.
 *
 * @param version grows by one with every list of this name
 * @param classes what the list was made of; null if its seats were named one by one
 * @param seats first target first
 */
record TargetList(
        String name,
        int version,
        List<BattlegroundClass> classes,
        int ruleVersion,
        String author,
        String reason,
        Instant publishedAt,
        List<Target> seats) {

    /** A seat with the class that it had when the list was published. */
    record Target(SeatCode seatCode, BattlegroundClass battlegroundClass) {}

    /** The list as if it had only these seats; empty if it has none of them. */
    Optional<TargetList> within(Predicate<SeatCode> visible) {
        List<Target> seen =
                seats.stream().filter(target -> visible.test(target.seatCode())).toList();
        return seen.isEmpty()
                ? Optional.empty()
                : Optional.of(new TargetList(name, version, classes, ruleVersion, author, reason, publishedAt, seen));
    }

    List<SeatCode> seatCodes() {
        return seats.stream().map(Target::seatCode).toList();
    }
}
