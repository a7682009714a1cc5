package uk.hustings.polls.forecast;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;
import uk.hustings.api.follow.Announcer;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.polls.evidence.Extent;
import uk.hustings.polls.forecast.domain.Forecast;

/** The latest forecasts for services, which follow them. */
@Path("/internal/forecasts")
@Produces(MediaType.APPLICATION_JSON)
public class ForecastFeedResource {

    private final CurrentRuns runs;
    private final Results results;
    private final News news;

    ForecastFeedResource(CurrentRuns runs, Results results, News news) {
        this.runs = runs;
        this.results = results;
        this.news = news;
    }

    /** A {@link ForecastFeed}. */
    @GET
    @Path("latest")
    @PermissionsAllowed("feed:follow")
    @Operation(hidden = true)
    public Uni<Object> latest(@RestQuery String evidence) {
        Extent extent = Extent.of(QueryParameter.oneOf("evidence", evidence, Extent.CODES));
        Optional<Run> latest = runs.get().latest(extent, null, null);
        return latest.isEmpty()
                ? Uni.createFrom().item(ForecastFeed.none(extent.code()))
                : results.of(latest.get(), Forecast.class).map(forecast -> ForecastFeed.of(latest.get(), forecast));
    }

    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @PermissionsAllowed("feed:follow")
    @Operation(hidden = true)
    public Multi<String> events() {
        return news.announcer.stream();
    }

    /** Tells followers of another latest forecast, and of nothing else that happens to runs. */
    @Singleton
    static class News {

        private final Announcer announcer = new Announcer();
        private List<Optional<Run>> told = List.of();

        synchronized void see(@Observes RunBook book) {
            List<Optional<Run>> latest = Arrays.stream(Extent.values())
                    .map(extent -> book.latest(extent, null, null))
                    .toList();
            if (!latest.equals(told)) {
                told = latest;
                announcer.announce(Long.toString(book.version()));
            }
        }
    }
}
