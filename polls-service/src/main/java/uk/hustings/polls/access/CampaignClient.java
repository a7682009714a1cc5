package uk.hustings.polls.access;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** What campaign-service tells those who follow its locks. */
@Path("/internal/locks")
@RegisterRestClient(configKey = "campaign")
@OidcClientFilter
interface CampaignClient {

    @GET
    Uni<RestResponse<LocksDocument>> locks(@HeaderParam("If-None-Match") String etag);

    @GET
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    Multi<String> events();
}
