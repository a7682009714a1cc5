package uk.hustings.campaign.reach;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.spool.SpooledBody;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.mutex.DecisionClock;
import uk.hustings.campaign.seatref.Seats;

/** Takes files of travel times, each whole or not at all and in place of the times in force, and withdraws them. */
@ApplicationScoped
class TravelImport {

    private final TravelMatrices matrices;
    private final TravelVersions versions;
    private final Journeys journeys;
    private final LocalParties parties;
    private final Seats seats;
    private final DecisionClock clock;
    private final KeptReplies replies;

    TravelImport(
            TravelMatrices matrices,
            TravelVersions versions,
            Journeys journeys,
            LocalParties parties,
            Seats seats,
            DecisionClock clock,
            KeptReplies replies) {
        this.matrices = matrices;
        this.versions = versions;
        this.journeys = journeys;
        this.parties = parties;
        this.seats = seats;
        this.clock = clock;
        this.replies = replies;
    }

    /** @throws Problem BROKEN_BODY; BODY_TOO_LARGE; INVALID_INPUT */
    Uni<Reply> take(Caller caller, String source, SpooledBody csv) {
        return csv.read(body -> new TravelSheet(
                                this::isLocalParty, seat -> seats.find(seat).isPresent())
                        .read(body))
                .chain(sheet -> replies.once(
                        201, session -> add(session, caller, source, sheet), done -> URI.create("/v1/campaign/reach")))
                .call(matrices::refresh);
    }

    /** @throws Problem NOT_FOUND; STATE_CONFLICT if it is withdrawn already */
    Uni<Reply> withdraw(Caller caller, int version, String reason) {
        return replies.once(
                        201,
                        session -> versions.lock(session)
                                .chain(() -> versions.find(session, version))
                                .map(found -> found.orElseThrow(
                                        () -> ProblemType.NOT_FOUND.because("No import has this version.")))
                                .invoke(TravelImport::refuseWithdrawn)
                                .chain(found -> now(session)
                                        .map(now -> new TravelVersionView.Withdrawn(reason, caller.name(), now))
                                        .call(withdrawn -> versions.withdraw(session, version, withdrawn))
                                        .map(found::withdrawn)),
                        done -> null)
                .call(matrices::refresh);
    }

    private Uni<TravelImportReceipt> add(
            Mutiny.StatelessSession session, Caller caller, String source, TravelSheet.Read sheet) {
        return versions.lock(session)
                .chain(() -> versions.next(session))
                .chain(version -> now(session)
                        .map(now -> new TravelVersionView(version, source, sheet.pairs(), caller.name(), now, null)))
                .call(version -> versions.add(session, version, sheet.matrix()))
                .map(version -> new TravelImportReceipt(
                        version.version(),
                        version.source(),
                        version.pairs(),
                        journeys.unreachablePairs(sheet.matrix(), parties.all())));
    }

    /** As fine as the database keeps it. */
    private Uni<Instant> now(Mutiny.StatelessSession session) {
        return clock.now(session).map(now -> now.truncatedTo(ChronoUnit.MICROS));
    }

    private static void refuseWithdrawn(TravelVersionView version) {
        if (version.withdrawn() != null) {
            throw ProblemType.STATE_CONFLICT.because("It was withdrawn by %s at %s; nothing was written."
                    .formatted(version.withdrawn().by(), version.withdrawn().at()));
        }
    }

    private boolean isLocalParty(String id) {
        return parties.find(id).filter(party -> !party.merged()).isPresent();
    }
}
