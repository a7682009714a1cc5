package uk.hustings.polls.forecast;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;
import uk.hustings.api.follow.Announcer;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.polls.access.Permissions;
import uk.hustings.polls.evidence.Extent;
import uk.hustings.polls.forecast.domain.Forecast;

/**
 * The latest forecasts as services follow them. The public one needs no token, so that it can be followed while Keycloak is
 * away (ADR 0027); the internal one is for services.
 */
@Path("/internal/forecasts")
@Produces(MediaType.APPLICATION_JSON)
public class ForecastFeedResource {

    private final CurrentRuns runs;
    private final Results results;
    private final News news;
    private final Permissions permissions;
    private final SecurityIdentity identity;

    ForecastFeedResource(
            CurrentRuns runs, Results results, News news, Permissions permissions, SecurityIdentity identity) {
        this.runs = runs;
        this.results = results;
        this.news = news;
        this.permissions = permissions;
        this.identity = identity;
    }

    /** A {@link ForecastFeed}. */
    @GET
    @Path("latest")
    @PermitAll
    @Operation(hidden = true)
    public Uni<Object> latest(@RestQuery String evidence) {
        Extent extent = Extent.of(QueryParameter.oneOf("evidence", evidence, Extent.CODES));
        if (extent != Extent.PUBLIC) {
            permissions.requireService(identity);
        }
        Optional<Run> latest = runs.get().latest(extent, null, null);
        return latest.isEmpty()
                ? Uni.createFrom().item(ForecastFeed.none(extent.code()))
                : results.of(latest.get(), Forecast.class).map(forecast -> ForecastFeed.of(latest.get(), forecast));
    }

    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @PermitAll
    @Operation(hidden = true)
    public Multi<String> events() {
        return news.announcer.stream();
    }

    /** Tells followers of another latest public forecast, and of nothing else that happens to runs. */
    @Singleton
    static class News {

        private final Announcer announcer = new Announcer();
        private Optional<Run> told = Optional.empty();

        synchronized void see(@Observes RunBook book) {
            Optional<Run> latest = book.latest(Extent.PUBLIC, null, null);
            if (!latest.equals(told)) {
                told = latest;
                announcer.announce(Long.toString(book.version()));
            }
        }
    }
}
