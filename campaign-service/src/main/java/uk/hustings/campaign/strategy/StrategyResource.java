package uk.hustings.campaign.strategy;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.conditional.Preconditions;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.campaign.seatref.Standings.Standing;

/** What every seat means to the campaign. Private: one sees the seats that one's roles reach. */
@Path("/v1/campaign/strategy/seats")
@Tag(name = "Strategy")
public class StrategyResource {

    private final VisibleSeats visible;
    private final Strategy strategy;
    private final StrategyRecords records;
    private final ClassChanges changes;
    private final Preconditions preconditions;
    private final Mutiny.SessionFactory sessions;

    StrategyResource(
            VisibleSeats visible,
            Strategy strategy,
            StrategyRecords records,
            ClassChanges changes,
            Preconditions preconditions,
            Mutiny.SessionFactory sessions) {
        this.visible = visible;
        this.strategy = strategy;
        this.records = records;
        this.changes = changes;
        this.preconditions = preconditions;
        this.sessions = sessions;
    }

    @GET
    @PermissionsAllowed("strategy:read")
    @Operation(
            operationId = "listSeatStrategies",
            summary = "Seats with their battleground class, nearest target first")
    @APIResponse(responseCode = "200", description = "A page of seats")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Page<SeatStrategy> list(
            @BeanParam SeatQuery query,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        PageRequest page = PageRequest.of(
                QueryParameter.wholeNumber("limit", limit),
                cursor,
                "strategy",
                query.view(),
                visible.caller().subject());
        return Page.of(query.of(visible.all()), page, seat -> seat.seatCode().value());
    }

    @GET
    @Path("/{seatCode}")
    @PermissionsAllowed("strategy:read")
    @Operation(operationId = "getSeatStrategy", summary = "One seat with its battleground class")
    @APIResponse(responseCode = "200", description = "The seat")
    @APIResponse(responseCode = "403", description = "None of your roles covers the seat")
    @APIResponse(responseCode = "404", description = "No seat has this code")
    public SeatStrategy get(@RestPath SeatCode seatCode) {
        Standing seat = visible.get(seatCode);
        return SeatStrategy.of(strategy.current(), seat, strategy.ruled(seat));
    }

    @PUT
    @Path("/{seatCode}/class")
    @PermissionsAllowed("strategy:write")
    @Operation(
            operationId = "classifySeat",
            summary = "Class a seat by hand, or give it back to the rule",
            description =
                    "Kept with author and reason; takes effect at once on every replica, on locks too. What stands so"
                            + " already is left as it is, reason and all.")
    @APIResponse(responseCode = "200", description = "The seat as it is now")
    @APIResponse(responseCode = "404", description = "No seat has this code")
    @APIResponse(responseCode = "412", description = "The seat's strategy has changed since it was read")
    @APIResponse(responseCode = "422", description = "Some of what was sent cannot be accepted; each fault is named")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<SeatStrategy> classify(
            @RestPath SeatCode seatCode,
            @RestHeader("If-Match")
                    @Parameter(
                            description = "The ETag of the seat as getSeatStrategy told it",
                            required = true,
                            example = "\"6d1f0c2b9a8e7d5c4b3a2910\"")
                    String ifMatch,
            @NotNull @Valid ClassOrder order) {
        return changes.classify(visible.caller(), seatCode, order, current -> preconditions.require(ifMatch, current));
    }

    @GET
    @Path("/{seatCode}/history")
    @PermissionsAllowed("strategy:read")
    @Operation(
            operationId = "listClassChanges",
            summary = "Who changed the class of a seat, when and why, newest first",
            description =
                    "Changes by hand and by another rule. That a seat moves up or down the ranking is no decision, and"
                            + " is not told here.")
    @APIResponse(responseCode = "200", description = "A page of changes")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    @APIResponse(responseCode = "403", description = "None of your roles covers the seat")
    @APIResponse(responseCode = "404", description = "No seat has this code")
    public Uni<Page<ClassChangeView>> history(
            @RestPath SeatCode seatCode,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        visible.get(seatCode);
        PageRequest page = PageRequest.of(
                QueryParameter.wholeNumber("limit", limit),
                cursor,
                "class-changes",
                seatCode,
                visible.caller().subject());
        Long before = page.afterAs(Long::valueOf);
        return sessions.withStatelessSession(session -> records.history(session, seatCode, before, page.limit() + 1))
                .map(rows -> Page.ofRows(rows, page, change -> Long.toString(change.number())));
    }
}
