package uk.hustings.seats.feed;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.time.DomainClock;
import uk.hustings.seats.facts.CurrentFacts;
import uk.hustings.seats.facts.domain.BoundarySet;
import uk.hustings.seats.facts.domain.Facts;

/**
 * The facts as services follow them. Everybody may read them under {@code /v1}, so nobody needs a token here either: a service
 * that follows them starts while Keycloak is away (ADR 0027).
 */
@Path("/internal")
@Produces(MediaType.APPLICATION_JSON)
public class FeedResource {

    private final CurrentFacts facts;
    private final SeatDocument seats;
    private final DomainClock clock;

    FeedResource(CurrentFacts facts, SeatDocument seats, DomainClock clock) {
        this.facts = facts;
        this.seats = seats;
        this.clock = clock;
    }

    /** A {@link SeatFeed}: of all boundary sets, whatever the day. */
    // To write it takes longer than the event loop should be held.
    @Blocking
    @GET
    @Path("seats")
    @PermitAll
    @Operation(hidden = true)
    public byte[] seats() {
        return seats.of(facts.get());
    }

    /** @param party not checked: a follower may ask before the parties have been imported */
    @GET
    @Path("standings")
    @PermitAll
    @Operation(hidden = true)
    public StandingFeed standings(@RestQuery String party) {
        LocalDate today = clock.today();
        Facts known = facts.get();
        return StandingFeed.of(
                QueryParameter.required("party", party), today, known.standings(boundarySet(known, today), today));
    }

    /** The seats that people vote in now; null while none is recorded. */
    private static String boundarySet(Facts facts, LocalDate today) {
        return facts.boundarySetOn(today).map(BoundarySet::code).orElse(null);
    }

    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @PermitAll
    @Operation(hidden = true)
    public Multi<String> events() {
        return facts.events();
    }
}
