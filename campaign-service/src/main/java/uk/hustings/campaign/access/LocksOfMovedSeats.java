package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.Respites.Respite;
import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.localparty.SeatMove;
import uk.hustings.campaign.localparty.SeatsMoved;
import uk.hustings.campaign.rolesync.RoleSyncRequests;

/**
 * What follows for access when seats change hands (ADR 0018). A lock on the old owner, and the notice of one, ends: there is
 * no seat left to be locked out of. The running week's counts are carried to the new owner, who is judged by them at once:
 * a move does not reset the weekly limit. An exemption of the old owner runs out by itself.
 */
@ApplicationScoped
class LocksOfMovedSeats implements SeatsMoved {

    private final CarriedWeeks carriedWeeks;
    private final DecisionFacts.Loader facts;
    private final Review review;
    private final Enforcement enforcement;
    private final RoleSyncRequests roleSync;

    LocksOfMovedSeats(
            CarriedWeeks carriedWeeks,
            DecisionFacts.Loader facts,
            Review review,
            Enforcement enforcement,
            RoleSyncRequests roleSync) {
        this.carriedWeeks = carriedWeeks;
        this.facts = facts;
        this.review = review;
        this.enforcement = enforcement;
        this.roleSync = roleSync;
    }

    @Override
    public Uni<Void> moved(
            Mutiny.StatelessSession session, List<SeatMove> moves, String by, String reason, Instant now) {
        LocalDate monday =
                IsoWeek.of(LocalDate.ofInstant(now, DomainClock.LONDON)).monday();
        return carriedWeeks.carry(session, moves, monday).chain(carried -> {
            Set<PartySeat> places = new HashSet<>(carried);
            Set<PartySeat> left = new HashSet<>();
            moves.stream()
                    .filter(move -> move.from() != null)
                    .map(move -> new PartySeat(move.from(), move.seat()))
                    .forEach(left::add);
            places.addAll(left);
            return places.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : facts.lockAndLoad(session, places)
                            .chain(loaded -> end(
                                    session,
                                    loaded,
                                    moves,
                                    ended(
                                            loaded,
                                            left,
                                            by,
                                            "The seat is no longer one of this local party's: " + reason)))
                            .chain(() -> judge(session, carried));
        });
    }

    private Uni<Void> end(
            Mutiny.StatelessSession session, DecisionFacts loaded, List<SeatMove> moves, List<AccessDecision> made) {
        return made.isEmpty()
                ? Uni.createFrom().voidItem()
                : roleSync.request(session, concerned(moves)).chain(() -> enforcement.enforce(session, loaded, made));
    }

    private Uni<Void> judge(Mutiny.StatelessSession session, Set<PartySeat> carried) {
        return carried.isEmpty()
                ? Uni.createFrom().voidItem()
                : facts.lockAndLoad(session, carried)
                        .chain(loaded -> review.judge(session, loaded, Map.of(), null))
                        .replaceWithVoid();
    }

    private static List<AccessDecision> ended(DecisionFacts loaded, Set<PartySeat> left, String by, String why) {
        List<AccessDecision> made = new ArrayList<>();
        left.stream().sorted().forEach(place -> {
            AccessLock lock = loaded.lock(place);
            if (lock != null) {
                made.add(AccessDecision.restored(
                        place.localParty(), place.seat(), by, loaded.now(), null, why, lock.decisionId()));
            }
            loaded.respites(place).stream()
                    .filter(respite -> respite.runs() && respite.isNotice())
                    .map(Respite::decisionId)
                    .map(notice ->
                            AccessDecision.noticeEnded(place.localParty(), place.seat(), loaded.now(), why, notice))
                    .forEach(made::add);
        });
        return made;
    }

    private static List<String> concerned(List<SeatMove> moves) {
        return moves.stream()
                .flatMap(move -> Stream.of(move.from(), move.to()))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
