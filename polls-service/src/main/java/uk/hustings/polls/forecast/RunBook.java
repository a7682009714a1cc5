package uk.hustings.polls.forecast;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.hustings.polls.evidence.Extent;

/** All runs as of one version, internal ones too. Immutable; whoever asks must know what its caller may see. */
final class RunBook {

    static final RunBook EMPTY = new RunBook(0, 0, Map.of());

    private final long version;
    private final long publicVersion;
    private final Map<UUID, Run> byId;
    private final List<Run> runs;

    private RunBook(long version, long publicVersion, Map<UUID, Run> byId) {
        this.version = version;
        this.publicVersion = publicVersion;
        this.byId = byId;
        this.runs = byId.values().stream().sorted(Run.NEWEST_FIRST).toList();
    }

    RunBook with(long newVersion, long newPublicVersion, Collection<Run> changed) {
        Map<UUID, Run> all = new HashMap<>(byId);
        changed.forEach(run -> all.put(run.runId(), run));
        return new RunBook(newVersion, newPublicVersion, all);
    }

    /** Grows with every change. */
    long version() {
        return version;
    }

    /** Grows with every change of a run on public evidence, and with no other. */
    long publicVersion() {
        return publicVersion;
    }

    /** The newest request first. */
    List<Run> runs() {
        return runs;
    }

    Optional<Run> find(UUID runId) {
        return Optional.ofNullable(byId.get(runId));
    }

    /**
     * The forecast that is done and of the latest day; of equals the one that was finished last.
     *
     * @param boundarySet null for any
     * @param asOf only forecasts of that day or earlier; null for any
     */
    Optional<Run> latest(Extent extent, String boundarySet, LocalDate asOf) {
        return runs.stream()
                .filter(run -> run.kind() == Run.Kind.FORECAST
                        && run.extent() == extent
                        && run.status() == Run.Status.DONE
                        && (boundarySet == null || run.boundarySet().equals(boundarySet))
                        && (asOf == null || !run.asOf().isAfter(asOf)))
                .max(Comparator.comparing(Run::asOf)
                        .thenComparing(Run::finishedAt)
                        .thenComparing(Run::runId));
    }
}
