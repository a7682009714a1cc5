package uk.hustings.polls.seatref;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** What seats-service publishes for services that follow it. It is public: no token is sent. */
@Path("/internal")
@RegisterRestClient(configKey = "seats")
interface SeatsClient {

    @GET
    @Path("/seats")
    Uni<RestResponse<SeatsDocument>> seats(@HeaderParam("If-None-Match") String etag);

    @GET
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    Multi<String> events();
}
