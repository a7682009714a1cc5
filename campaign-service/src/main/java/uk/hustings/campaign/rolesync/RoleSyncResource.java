package uk.hustings.campaign.rolesync;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;

/** How far Keycloak is behind. */
@Path("/v1/campaign/role-sync")
@Tag(name = "Access")
public class RoleSyncResource {

    private final RoleSyncRequests requests;
    private final Mutiny.SessionFactory sessions;

    RoleSyncResource(RoleSyncRequests requests, Mutiny.SessionFactory sessions) {
        this.requests = requests;
        this.sessions = sessions;
    }

    /** What is still to be told to Keycloak. */
    @Schema(name = "RoleSync", description = "What is still to be told to Keycloak")
    public record Backlog(
            @Schema(examples = "0", description = "Groups whose roles are not yet what they should be")
            int pending,

            List<Waiting> items) {

        static Backlog of(List<Waiting> waiting) {
            return new Backlog(waiting.size(), waiting);
        }
    }

    /** A group that waits. */
    @Schema(description = "A group that waits")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Waiting(
            @Schema(examples = "swansea-west") String localParty,

            @Schema(examples = "3", description = "Failed so far")
            int attempts,

            Instant nextAttemptAt,

            @Schema(nullable = true, description = "Why the last try failed")
            String lastError) {}

    @GET
    @PermissionsAllowed("sync:operate")
    @Operation(operationId = "getRoleSync", summary = "What is still to be told to Keycloak, and what failed")
    public Uni<Backlog> backlog() {
        return sessions.withStatelessSession(requests::waiting).map(Backlog::of);
    }
}
