package uk.hustings.campaign.forecastref;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** What polls-service tells its followers. */
@Path("/internal/forecasts")
@RegisterRestClient(configKey = "polls")
@OidcClientFilter
interface ForecastClient {

    @GET
    @Path("/latest")
    Uni<RestResponse<LatestForecast>> latest(
            @QueryParam("evidence") String evidence, @HeaderParam("If-None-Match") String etag);

    @GET
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    Multi<String> events();
}
