package uk.hustings.campaign.reach;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.export.CsvFile;
import uk.hustings.api.export.Table;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;

/** How far it is from every local party to every seat. */
@Path("/v1/campaign")
@Tag(name = "Reach")
public class ReachResource {

    private static final Table<ReachView> COLUMNS = new Table<ReachView>()
            .column("localParty", ReachView::localParty)
            .column("seatCode", ReachView::seatCode)
            .column("seatName", ReachView::seatName)
            .column("travelHours", ReachView::travelHours)
            .column("travelKm", ReachView::travelKm)
            .column("hoursLostPerDay", ReachView::hoursLostPerDay)
            .column("productiveShare", ReachView::productiveShare)
            .column("battlegroundClass", ReachView::battlegroundClass);

    private final ReachReader reader;
    private final SecurityIdentity identity;

    ReachResource(ReachReader reader, SecurityIdentity identity) {
        this.reader = reader;
        this.identity = identity;
    }

    @GET
    @Path("/reach")
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("allocation:read")
    @Operation(
            operationId = "listReach",
            summary = "How far it is from the local parties that you may see to seats within reach",
            description = "By the id of the local party, of each the nearest seat first; its own seats are left out.")
    @APIResponse(responseCode = "200", description = "A page of journeys, with what the times rest on")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public ReachPage list(
            @BeanParam ReachQuery query,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        Caller caller = CallerAugmentor.callerOf(identity);
        PageRequest page = PageRequest.of(
                QueryParameter.wholeNumber("limit", limit), cursor, "reach", query.view(), caller.subject());
        return reader.page(caller, query, page);
    }

    @GET
    @Path("/reach.csv")
    @Produces(Table.MEDIA_TYPE)
    @PermissionsAllowed("allocation:read")
    @Operation(
            operationId = "exportReach",
            summary = "The same as a CSV file, whole",
            description =
                    "Holds what listReach would show to the same caller, with columns localParty, seatCode, seatName,"
                            + " travelHours, travelKm, hoursLostPerDay, productiveShare, battlegroundClass.")
    @APIResponse(responseCode = "200", description = "A header line and a line for each journey")
    @APIResponse(responseCode = "400", description = "A parameter cannot be accepted")
    public CsvFile export(@BeanParam ReachQuery query) {
        Caller caller = CallerAugmentor.callerOf(identity);
        // What cannot be answered is refused before the answer begins.
        reader.all(caller, query).findFirst();
        return COLUMNS.csv(() -> reader.all(caller, query));
    }
}
