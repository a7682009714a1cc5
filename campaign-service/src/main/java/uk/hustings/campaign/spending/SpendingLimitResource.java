package uk.hustings.campaign.spending;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.access.Caller;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.campaign.seatref.Standings.Standing;
import uk.hustings.campaign.spending.domain.Contest;

/** What the law allows to be spent, and what is left of it in a seat. */
@Path("/v1/campaign/spending")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Spending")
public class SpendingLimitResource {

    private final SpendingRights rights;
    private final Contests contests;
    private final SeatSpending spending;
    private final Electorates electorates;
    private final Mutiny.SessionFactory sessions;

    SpendingLimitResource(
            SpendingRights rights,
            Contests contests,
            SeatSpending spending,
            Electorates electorates,
            Mutiny.SessionFactory sessions) {
        this.rights = rights;
        this.contests = contests;
        this.spending = spending;
        this.electorates = electorates;
        this.sessions = sessions;
    }

    @GET
    @Path("/limits")
    @PermissionsAllowed("spending:read")
    @Operation(
            operationId = "listSpendingLimits",
            summary = "The table of legal spending limits of candidates, oldest first",
            description =
                    "With seat, the limits of that seat in pounds. An election without a row for a period has no such"
                            + " campaign.")
    @APIResponse(responseCode = "200", description = "A page of rows")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    @APIResponse(responseCode = "403", description = "None of your roles covers the seat")
    @APIResponse(responseCode = "404", description = "No seat has this code")
    public Uni<Page<SpendingLimitView>> limits(
            @BeanParam SpendingLimitQuery query,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        Caller caller = rights.caller();
        PageRequest page = PageRequest.of(
                QueryParameter.wholeNumber("limit", limit), cursor, "spending-limits", query.view(), caller.subject());
        SeatCode seat = query.seat();
        Standing standing = seat == null ? null : rights.readable(caller, seat);
        Contest contest = query.contest(contests);
        return stated(standing, contest)
                .map(electorate -> Page.of(query.rows(contest, standing, electorate), page, SpendingLimitView::key));
    }

    @GET
    @Path("/seats/{seatCode}")
    @PermissionsAllowed("spending:read")
    @Operation(
            operationId = "getSeatSpending",
            summary = "Limit, declared, committed and headroom of a seat, by period and category, with its expenses",
            description = "Counts expenses of our own party only, never returns of past elections.")
    @APIResponse(responseCode = "200", description = "The seat at the election")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    @APIResponse(responseCode = "403", description = "None of your roles covers the seat")
    @APIResponse(responseCode = "404", description = "No seat has this code")
    public Uni<SeatSpendingView> seat(
            @RestPath SeatCode seatCode,
            @Parameter(
                            description =
                                    "Id of the election; the general election that the campaign works towards unless given",
                            example = "ge2015")
                    @RestQuery
                    String election,
            @Parameter(description = "Expenses, 1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "expenses.next of the page before") @RestQuery String cursor) {
        Caller caller = rights.caller();
        Standing seat = rights.readable(caller, seatCode);
        Contest contest = contests.asked(election);
        if (!contest.isHeldIn(seatCode)) {
            throw QueryParameter.refused("election", "the election is not held in " + seatCode);
        }
        PageRequest page = PageRequest.of(
                QueryParameter.wholeNumber("limit", limit),
                cursor,
                "seat-spending",
                seatCode,
                contest.election(),
                caller.subject());
        return spending.of(seat, contest, page);
    }

    /** What is stated of the seat for the election; null if one of them is not asked for. */
    private Uni<Electorates.Stated> stated(Standing seat, Contest contest) {
        if (seat == null || contest == null) {
            return Uni.createFrom().nullItem();
        }
        SeatContest place = new SeatContest(seat, contest);
        return sessions.withStatelessSession(session -> electorates
                .of(session, Set.of(contest.election()), Set.of(seat.seatCode()))
                .map(all -> all.get(place.electorate())));
    }
}
