package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.Respites.Respite;
import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.localparty.SeatMove;
import uk.hustings.campaign.localparty.SeatsMoved;

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

    LocksOfMovedSeats(CarriedWeeks carriedWeeks, DecisionFacts.Loader facts, Review review, Enforcement enforcement) {
        this.carriedWeeks = carriedWeeks;
        this.facts = facts;
        this.review = review;
        this.enforcement = enforcement;
    }

    @Override
    public Uni<Void> moved(
            Mutiny.StatelessSession session, List<SeatMove> moves, String by, String reason, Instant now) {
        LocalDate monday =
                IsoWeek.of(LocalDate.ofInstant(now, DomainClock.LONDON)).monday();
        Set<PartySeat> left = places(moves, SeatMove::from);
        Set<PartySeat> gained = places(moves, SeatMove::to);
        return carriedWeeks
                .carry(session, moves, monday)
                .chain(() -> left.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : facts.lockAndLoad(session, left)
                                .chain(loaded -> enforcement.enforce(
                                        session,
                                        loaded,
                                        ended(
                                                loaded,
                                                left,
                                                by,
                                                "The seat is no longer this local party's: " + reason))))
                .chain(() -> gained.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : facts.lockAndLoad(session, gained)
                                .chain(loaded -> review.judge(session, loaded, Map.of(), null))
                                .replaceWithVoid());
    }

    private static Set<PartySeat> places(List<SeatMove> moves, Function<SeatMove, String> owner) {
        return moves.stream()
                .filter(move -> owner.apply(move) != null)
                .map(move -> new PartySeat(owner.apply(move), move.seat()))
                .collect(Collectors.toSet());
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
}
