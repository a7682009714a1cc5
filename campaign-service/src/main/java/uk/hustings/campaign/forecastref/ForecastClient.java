package uk.hustings.campaign.forecastref;

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
