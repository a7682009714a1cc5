package uk.hustings.campaign.localparty;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.limit.WriteQueue;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.campaign.access.AccessDesk;
import uk.hustings.campaign.mutex.DecisionClock;
import uk.hustings.campaign.seatref.Seats;

/** Founds, changes and merges local parties, one change at a time. */
@ApplicationScoped
class LocalPartyChanges {

    private final LocalPartyRecords records;
    private final LocalParties parties;
    private final SeatTransfers transfers;
    private final AccessDesk access;
    private final List<LocalPartyMerged> followers;
    private final LocalPartyFounding founding;
    private final Seats seats;
    private final Mutiny.SessionFactory sessions;
    private final WriteQueue writes;
    private final KeptReplies replies;
    private final DecisionClock clock;

    LocalPartyChanges(
            LocalPartyRecords records,
            LocalParties parties,
            SeatTransfers transfers,
            AccessDesk access,
            @All List<LocalPartyMerged> followers,
            LocalPartyFounding founding,
            Seats seats,
            Mutiny.SessionFactory sessions,
            WriteQueue writes,
            KeptReplies replies,
            DecisionClock clock) {
        this.records = records;
        this.parties = parties;
        this.transfers = transfers;
        this.access = access;
        this.followers = followers;
        this.founding = founding;
        this.seats = seats;
        this.sessions = sessions;
        this.writes = writes;
        this.replies = replies;
        this.clock = clock;
    }

    /** @throws Problem INVALID_INPUT; ALREADY_RECORDED if the id is taken */
    Uni<Reply> found(Caller caller, FoundingOrder order) {
        refuseFaults(scrutiny -> {
            scrutiny.id(order.localParty());
            scrutiny.name(order.name());
            scrutiny.ground(order.region(), order.seatCodes());
            scrutiny.reason(order.reason());
        });
        LocalParty party = LocalParty.of(order.localParty(), order.name().strip(), order.region(), order.seatCodes());
        return replies.once(
                        201,
                        session -> records.turn(session)
                                .invoke(directory -> {
                                    if (directory.find(party.localParty()).isPresent()) {
                                        throw ProblemType.ALREADY_RECORDED
                                                .because("A local party has this id already; nothing was written.")
                                                .with("localParties", List.of(party.localParty()));
                                    }
                                    refuseFaults(scrutiny ->
                                            scrutiny.free(directory, party.localParty(), party.seatCodes()));
                                })
                                .chain(() -> founding.found(session, caller, List.of(party), order.reason()))
                                .replaceWith(party),
                        founded -> URI.create(LocalPartyResource.PATH + "/" + founded.localParty()))
                .call(this::announce);
    }

    /**
     * Changes name, region and seats; what stands so already is left as it is.
     *
     * @param expected refuses a local party that is not as its changer read it
     * @throws Problem NOT_FOUND; INVALID_INPUT; STATE_CONFLICT for one that is merged, or that would take another's last
     *     seat
     */
    Uni<LocalParty> change(Caller caller, String id, LocalPartyOrder order, Consumer<LocalParty> expected) {
        refuseFaults(scrutiny -> {
            scrutiny.name(order.name());
            scrutiny.ground(order.region(), order.seatCodes());
            scrutiny.reason(order.reason());
        });
        LocalParty after = LocalParty.of(id, order.name().strip(), order.region(), order.seatCodes());
        return writes.run(() -> sessions.withStatelessTransaction(
                        session -> records.turn(session).chain(directory -> {
                            LocalParty before = living(directory, id);
                            expected.accept(before);
                            return after.equals(before)
                                    ? Uni.createFrom().item(after)
                                    : changed(session, directory, before, after, caller, order.reason());
                        })))
                .call(this::announce);
    }

    /** This replica knows at once whose seats they are and that roles there are valid again. */
    private Uni<Void> announce() {
        return parties.refresh().chain(access::announce);
    }

    private Uni<LocalParty> changed(
            Mutiny.StatelessSession session,
            Directory directory,
            LocalParty before,
            LocalParty after,
            Caller caller,
            String reason) {
        List<SeatMove> moves = moves(directory, before, after);
        List<LocalParty> losers = losers(directory, after, moves);
        List<LocalParty> changed =
                Stream.concat(Stream.of(after), losers.stream()).toList();
        return transfers
                .lock(session, changed, moves, List.of())
                .chain(() -> clock.now(session))
                .map(now -> new Authored(caller.name(), reason, now))
                .call(() -> records.write(session, after))
                .call(decision -> records.keep(session, LocalPartyRecords.CHANGED, changed, decision))
                .call(decision -> transfers.move(session, moves, decision))
                .call(() -> records.announce(session))
                .replaceWith(after);
    }

    /**
     * Merges a local party into another. Its seats move; its contacts and decisions stay under its own id, where they are
     * found as before. The running week's counts of its seats count for the other from now on (ADR 0018). A lock on it is
     * lifted, by a decision that says so, because it has no seat left to be locked out of; its twinnings end.
     *
     * @throws Problem NOT_FOUND; INVALID_INPUT; STATE_CONFLICT for one that is merged already
     */
    Uni<Reply> merge(Caller caller, String id, MergerOrder order) {
        refuseFaults(scrutiny -> scrutiny.reason(order.reason()));
        return replies.once(
                        200,
                        session -> records.turn(session).chain(directory -> {
                            LocalParty from = living(directory, id);
                            LocalParty into = target(directory, from, order);
                            return merged(session, from, into, caller, order.reason());
                        }),
                        done -> null)
                .call(this::announce);
    }

    private Uni<LocalParty> merged(
            Mutiny.StatelessSession session, LocalParty from, LocalParty into, Caller caller, String reason) {
        LocalParty gone = from.mergedInto(into.localParty());
        LocalParty grown = into.withSeats(Stream.concat(into.seatCodes().stream(), from.seatCodes().stream())
                .toList());
        List<SeatMove> moves = from.seatCodes().stream()
                .map(seat -> new SeatMove(seat, from.localParty(), into.localParty()))
                .toList();
        return transfers
                .lock(session, List.of(from, into), moves, followers)
                .chain(() -> clock.now(session))
                .map(now -> new Authored(caller.name(), reason, now))
                .call(() -> records.write(session, gone))
                .call(decision -> records.keep(session, LocalPartyRecords.MERGED, List.of(gone, grown), decision))
                .call(decision -> transfers.move(session, moves, decision))
                .call(decision -> SeatTransfers.inTurn(
                        followers,
                        follower -> follower.merged(
                                session, from.localParty(), into.localParty(), decision.author(), decision.at())))
                .call(() -> records.announce(session))
                .replaceWith(grown);
    }

    private static LocalParty living(Directory directory, String id) {
        LocalParty party = directory.find(id).orElseThrow(LocalPartyResource::absent);
        if (party.merged()) {
            throw ProblemType.STATE_CONFLICT
                    .because("This local party was merged into %s; nothing was written.".formatted(party.mergedInto()))
                    .with("mergedInto", party.mergedInto());
        }
        return party;
    }

    private static LocalParty target(Directory directory, LocalParty from, MergerOrder order) {
        LocalParty into = order.into() == null
                ? null
                : directory.find(order.into()).filter(party -> !party.merged()).orElse(null);
        String fault = null;
        if (into == null) {
            fault = "no local party that is one of its own has this id";
        } else if (into.equals(from)) {
            fault = "must be another local party";
        } else if (!into.region().equals(from.region())) {
            fault = "lies in another region, %s; its seats must lie in one".formatted(into.region());
        } else if (into.seatCodes().size() + from.seatCodes().size() > LocalPartyScrutiny.MOST_SEATS) {
            fault = "would have more than %d seats".formatted(LocalPartyScrutiny.MOST_SEATS);
        }
        if (fault != null) {
            Faults.refuseAny(List.of(FieldError.at("/into", fault)));
        }
        return into;
    }

    private static List<SeatMove> moves(Directory directory, LocalParty before, LocalParty after) {
        List<SeatMove> moves = new ArrayList<>();
        after.seatCodes().stream()
                .filter(seat -> !before.seatCodes().contains(seat))
                .map(seat -> new SeatMove(
                        seat, directory.ofSeat(seat).map(LocalParty::localParty).orElse(null), after.localParty()))
                .forEach(moves::add);
        before.seatCodes().stream()
                .filter(seat -> !after.seatCodes().contains(seat))
                .map(seat -> new SeatMove(seat, before.localParty(), null))
                .forEach(moves::add);
        return moves;
    }

    /** Those who lose seats to this one, as they are from now on. */
    private static List<LocalParty> losers(Directory directory, LocalParty winner, List<SeatMove> moves) {
        Set<SeatCode> taken = new HashSet<>(winner.seatCodes());
        return moves.stream()
                .filter(move -> move.from() != null && winner.localParty().equals(move.to()))
                .map(SeatMove::from)
                .distinct()
                .map(id -> directory.find(id).orElseThrow())
                .map(loser -> {
                    List<SeatCode> left = loser.seatCodes().stream()
                            .filter(seat -> !taken.contains(seat))
                            .toList();
                    if (left.isEmpty()) {
                        throw ProblemType.STATE_CONFLICT.because(
                                "%s would have no seat left: merge it instead. Nothing was written."
                                        .formatted(loser.localParty()));
                    }
                    return loser.withSeats(left);
                })
                .toList();
    }

    private void refuseFaults(Consumer<LocalPartyScrutiny> checks) {
        List<FieldError> faults = new ArrayList<>();
        checks.accept(new LocalPartyScrutiny(seats, (field, detail) -> faults.add(FieldError.at("/" + field, detail))));
        Faults.refuseAny(faults);
    }
}
