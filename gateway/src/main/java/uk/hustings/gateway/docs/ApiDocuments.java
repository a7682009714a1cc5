package uk.hustings.gateway.docs;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.gateway.routes.domain.Service;

/**
 * The merged document, kept for a short while. Of a service that is down the last known part is told; one that was
 * never heard makes the document unavailable rather than silently smaller.
 */
class ApiDocuments {

    private static final Logger LOG = Logger.getLogger(ApiDocuments.class);

    private final Vertx vertx;
    private final Function<Service, Future<String>> source;
    private final ApiMerge merge;
    private final long refreshNanos;

    private final Map<Service, String> known = new ConcurrentHashMap<>();
    private Map<Service, String> mergedFrom = Map.of();
    private Future<ApiDocument> latest;
    private Future<ApiDocument> underway;
    private long latestAt;

    /** @param source asks a service for its document */
    ApiDocuments(Vertx vertx, Function<Service, Future<String>> source, ApiMerge merge, Duration refresh) {
        this.vertx = vertx;
        this.source = source;
        this.merge = merge;
        this.refreshNanos = refresh.toNanos();
    }

    /** Fails with {@code UPSTREAM_UNAVAILABLE}, or with {@code INTERNAL_ERROR} if the services contradict each other. */
    synchronized Future<ApiDocument> current() {
        if (latest != null && System.nanoTime() - latestAt < refreshNanos) {
            return latest;
        }
        if (underway != null) {
            return underway;
        }
        Future<ApiDocument> asked = ask().compose(heard -> mergedFromKnown());
        underway = asked;
        asked.onComplete(done -> finish());
        return asked;
    }

    private synchronized void finish() {
        underway = null;
    }

    private Future<Void> ask() {
        List<Future<?>> answers = new ArrayList<>();
        for (Service service : Service.values()) {
            answers.add(source.apply(service)
                    .onSuccess(document -> known.put(service, document))
                    .onFailure(failure -> LOG.debugf("%s: no document: %s", service.title(), failure)));
        }
        return Future.join(answers).<Void>mapEmpty().otherwiseEmpty();
    }

    private Future<ApiDocument> mergedFromKnown() {
        Map<Service, String> parts = new EnumMap<>(known);
        for (Service service : Service.values()) {
            if (!parts.containsKey(service)) {
                return Future.failedFuture(ProblemType.UPSTREAM_UNAVAILABLE.because(
                        "The %s service has not told its part of the API yet; try again in a moment."
                                .formatted(service.title())));
            }
        }
        return remember(parts);
    }

    private synchronized Future<ApiDocument> remember(Map<Service, String> parts) {
        latestAt = System.nanoTime();
        if (latest == null || !parts.equals(mergedFrom)) {
            mergedFrom = parts;
            latest = vertx.executeBlocking(() -> merge.merge(parts)).recover(ApiDocuments::refused);
        }
        return latest;
    }

    private static Future<ApiDocument> refused(Throwable failure) {
        if (failure instanceof MergeRefused refused) {
            LOG.errorf("The services' API documents contradict each other: %s", refused.getMessage());
            return Future.failedFuture(ProblemType.INTERNAL_ERROR
                    .because("The services' API documents contradict each other.")
                    .with("contradictions", List.of(refused.getMessage().split("; "))));
        }
        return Future.failedFuture(failure);
    }
}
