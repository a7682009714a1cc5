package uk.hustings.polls.evidence;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Tells services when everybody sees another evidence than before; a private poll makes no sound. */
@Path("/internal/evidence")
public class EvidenceFeedResource {

    private final CurrentEvidence evidence;

    EvidenceFeedResource(CurrentEvidence evidence) {
        this.evidence = evidence;
    }

    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @PermissionsAllowed("feed:follow")
    @Operation(hidden = true)
    public Multi<String> events() {
        return evidence.publicChanges();
    }
}
