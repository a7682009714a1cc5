package uk.hustings.campaign.access;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestStreamElementType;
import uk.hustings.access.LiveLock;
import uk.hustings.access.LockSet;
import uk.hustings.access.Tombstone;

/** The locks and tombstones, for the other services. Never behind the gateway. */
@Path("/internal/locks")
public class LockFeedResource {

    private final LockFeed feed;

    LockFeedResource(LockFeed feed) {
        this.feed = feed;
    }

    /** All locks that stand and all tombstones that lie, on the wire. */
    public record Locks(long version, List<LiveLock> locks, List<Tombstone> tombstones) {
        static Locks of(LockSet set) {
            return new Locks(
                    set.version(),
                    set.locks().values().stream()
                            .sorted(Comparator.comparing(LiveLock::localParty).thenComparing(LiveLock::seatCode))
                            .toList(),
                    set.tombstones().stream()
                            .sorted(Comparator.comparing(Tombstone::toString))
                            .toList());
        }
    }

    @GET
    @PermissionsAllowed("feed:follow")
    @Operation(hidden = true)
    public Uni<Locks> list() {
        return feed.newest().map(Locks::of);
    }

    @GET
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @PermissionsAllowed("feed:follow")
    @Operation(hidden = true)
    public Multi<String> events() {
        return feed.events();
    }
}
