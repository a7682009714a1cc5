package uk.hustings.campaign.localparty;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.hustings.api.export.CsvFile;
import uk.hustings.api.export.Table;
import uk.hustings.api.id.SeatCode;

/** Local parties as a file. */
@Path("/v1/campaign/local-parties.csv")
@Tag(name = "Local parties")
public class LocalPartyExportResource {

    private static final Table<LocalParty> COLUMNS = new Table<LocalParty>()
            .column("localParty", LocalParty::localParty)
            .column("name", LocalParty::name)
            .column("region", LocalParty::region)
            .column(
                    "seatCodes",
                    party -> party.seatCodes().stream().map(SeatCode::value).collect(Collectors.joining(" ")));

    private final VisibleLocalParties visible;

    LocalPartyExportResource(VisibleLocalParties visible) {
        this.visible = visible;
    }

    @GET
    @Produces(Table.MEDIA_TYPE)
    @PermissionsAllowed("local-party:read")
    @Operation(
            operationId = "exportLocalParties",
            summary = "The list of local parties as a CSV file, whole",
            description =
                    "Holds what listLocalParties would show to the same caller, in the form that importLocalParties"
                            + " takes.")
    @APIResponse(responseCode = "200", description = "A header line and a line for each local party")
    @APIResponse(responseCode = "400", description = "A parameter cannot be accepted")
    public CsvFile export(@BeanParam LocalPartyQuery query) {
        return COLUMNS.csv(query.of(visible.all()));
    }
}
