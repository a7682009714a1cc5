package uk.hustings.polls.forecast;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.polls.evidence.Extent;

/** Writes what callers ask of runs. */
@ApplicationScoped
class RunRecords {

    /** Counts a change, tells every replica of it and gives the new version. To be completed with 1 if everybody may notice it, else 0. */
    static final String COUNT_CHANGE = """
            with changed as (
                update forecast_version
                set version = version + 1, public_version = public_version + %s
                returning version)
            select version, cast(pg_notify('%s', cast(version as text)) as text) from changed
            """;

    private static final String ADD_DOCUMENT = """
            insert into forecast_document (document_hash, content) values (:hash, cast(cast(:content as text) as jsonb))
            on conflict do nothing
            """;

    private static final String ADD = """
            insert into forecast_run (
                run_id, kind, evidence, as_of, boundary_set, election_id, baseline, parameters, national_polls,
                seat_polls, by_elections, warnings, elections, seed, inputs_hash, outcomes_hash, result_key, status,
                progress, requested_by, requested_at, version)
            values (
                :runId, :kind, :evidence, :asOf, :boundarySet, cast(:electionId as text), :baseline, :parameters,
                :nationalPolls, :seatPolls, :byElections, cast(:warnings as text[]), :elections, :seed, :inputsHash,
                cast(:outcomesHash as text), :resultKey, :status, 0, :requestedBy,
                cast(cast(:requestedAt as text) as timestamptz), :version)
            """;

    private static final String CANCEL = """
            update forecast_run
            set status = 'cancelled', finished_at = cast(cast(:at as text) as timestamptz), cancelled_by = :by,
                cancel_reason = cast(:reason as text), version = :version
            where run_id = :runId
            """;

    static int publicly(Extent extent) {
        return extent == Extent.PUBLIC ? 1 : 0;
    }

    /** Adds what a run is made from, once. */
    Uni<Void> addDocument(StatelessSession session, String hash, String content) {
        return session.createNativeQuery(ADD_DOCUMENT)
                .setParameter("hash", hash)
                .setParameter("content", content)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** @param requestedBy subject of the token */
    Uni<Void> add(StatelessSession session, Run run, String requestedBy) {
        return countChange(session, run.extent()).chain(version -> session.createNativeQuery(ADD)
                .setParameter("runId", run.runId())
                .setParameter("kind", run.kind().code())
                .setParameter("evidence", run.extent().code())
                .setParameter("asOf", run.asOf())
                .setParameter("boundarySet", run.boundarySet())
                .setParameter("electionId", run.electionId())
                .setParameter("baseline", run.baseline())
                .setParameter("parameters", run.parameters())
                .setParameter("nationalPolls", run.nationalPolls())
                .setParameter("seatPolls", run.seatPolls())
                .setParameter("byElections", run.byElections())
                .setParameter("warnings", run.warnings().toArray(String[]::new))
                .setParameter("elections", run.elections())
                .setParameter("seed", run.seed())
                .setParameter("inputsHash", run.inputsHash())
                .setParameter("outcomesHash", run.outcomesHash())
                .setParameter("resultKey", run.resultKey())
                .setParameter("status", run.status().code())
                .setParameter("requestedBy", requestedBy)
                .setParameter("requestedAt", Objects.toString(run.requestedAt()))
                .setParameter("version", version)
                .executeUpdate()
                .replaceWithVoid());
    }

    /**
     * Ends a run that is not over, wherever it is worked on.
     *
     * @param by subject of the token
     * @param reason null if none was given
     * @throws uk.hustings.api.problem.Problem STATE_CONFLICT if it is over
     */
    Uni<Void> cancel(StatelessSession session, Run run, String by, String reason, Instant now) {
        return session.createNativeQuery(
                        "select status from forecast_run where run_id = :runId for update", String.class)
                .setParameter("runId", run.runId())
                .getSingleResult()
                .invoke(status -> {
                    if (!status.equals(Run.Status.QUEUED.code()) && !status.equals(Run.Status.RUNNING.code())) {
                        throw ProblemType.STATE_CONFLICT.because("This is over already: it is %s.".formatted(status));
                    }
                })
                .chain(() -> countChange(session, run.extent()))
                .chain(version -> session.createNativeQuery(CANCEL)
                        .setParameter("runId", run.runId())
                        .setParameter("by", by)
                        .setParameter("reason", reason)
                        .setParameter("at", now.toString())
                        .setParameter("version", version)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Long> countChange(StatelessSession session, Extent extent) {
        return session.createNativeQuery(COUNT_CHANGE.formatted(publicly(extent), CurrentRuns.CHANNEL), Object[].class)
                .getSingleResult()
                .map(row -> ((Number) row[0]).longValue());
    }
}
