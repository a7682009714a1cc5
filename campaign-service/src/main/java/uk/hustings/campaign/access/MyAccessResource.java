package uk.hustings.campaign.access;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.hustings.access.CallerAugmentor;

/** Nobody has to guess why a seat is shut. */
@Path("/v1/campaign/access/me")
@Tag(name = "Access")
public class MyAccessResource {

    private final MyAccessDesk desk;
    private final SecurityIdentity identity;

    MyAccessResource(MyAccessDesk desk, SecurityIdentity identity) {
        this.desk = desk;
        this.identity = identity;
    }

    @GET
    @PermissionsAllowed("access:me")
    @Operation(operationId = "getMyAccess", summary = "Every seat that you may and may not open, and why")
    public Uni<MyAccess> mine() {
        return desk.of(CallerAugmentor.callerOf(identity));
    }
}
