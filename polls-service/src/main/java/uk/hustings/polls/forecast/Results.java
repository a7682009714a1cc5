package uk.hustings.polls.forecast;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import uk.hustings.polls.evidence.Extent;
import uk.hustings.polls.forecast.domain.Forecast;

/**
 * What runs came to, and what they were made from. The latest forecasts and whatever was read last lie in memory.
 */
@ApplicationScoped
class Results {

    private static final Logger LOG = Logger.getLogger(Results.class);

    /** Each takes about a megabyte. */
    private static final int KEPT = 12;

    private static final String RESULT = "select content from forecast_result where result_key = $1";
    private static final String DOCUMENT = "select content::text from forecast_document where document_hash = $1";

    private final Pool pool;
    private final Canonical canonical;
    private final Vertx vertx;
    private final Cache<String, Object> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    Results(Pool pool, Canonical canonical, Vertx vertx) {
        this.pool = pool;
        this.canonical = canonical;
        this.vertx = vertx;
    }

    /** Has what is asked for most at hand before it is asked for. */
    void haveLatestAtHand(@Observes RunBook runs) {
        Stream.of(Extent.values())
                .flatMap(extent -> runs.latest(extent, null, null).stream())
                .forEach(run -> of(run, Forecast.class)
                        .subscribe()
                        .with(
                                known -> {},
                                failure -> LOG.warnf("Forecast %s cannot be read yet: %s", run.runId(), failure)));
    }

    /** @param run that is done */
    <T> Uni<T> of(Run run, Class<T> type) {
        Object known = kept.getIfPresent(run.resultKey());
        if (known != null) {
            return Uni.createFrom().item(type.cast(known));
        }
        return onThisContext(content(RESULT, run.resultKey())
                // Half a megabyte of JSON would hold up every request on the event loop.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(text -> canonical.read(text.orElseThrow(), type))
                .invoke(result -> kept.put(run.resultKey(), result)));
    }

    /** As it is stored; empty if nobody has worked it out yet. */
    Uni<Optional<String>> stored(Run run) {
        return content(RESULT, run.resultKey());
    }

    /** What a run is made from. Comes in on a worker thread. */
    Uni<FrozenInputs> inputs(Run run) {
        return document(run.inputsHash(), FrozenInputs.class);
    }

    /** @param hash of a document */
    <T> Uni<T> document(String hash, Class<T> type) {
        return content(DOCUMENT, hash)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(text -> canonical.read(text.orElseThrow(), type));
    }

    private Uni<Optional<String>> content(String query, String key) {
        return pool.preparedQuery(query).execute(Tuple.of(key)).map(rows -> {
            var found = rows.iterator();
            return found.hasNext() ? Optional.of(found.next().getString(0)) : Optional.empty();
        });
    }

    <T> Uni<T> onThisContext(Uni<T> work) {
        Context context = vertx.getOrCreateContext();
        return work.emitOn(task -> context.runOnContext(run -> task.run()));
    }
}
