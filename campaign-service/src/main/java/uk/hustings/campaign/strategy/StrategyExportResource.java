package uk.hustings.campaign.strategy;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.hustings.api.export.CsvFile;
import uk.hustings.api.export.Table;

/** The strategy as a file. */
@Path("/v1/campaign/strategy/seats.csv")
@Tag(name = "Strategy")
public class StrategyExportResource {

    private static final Table<SeatStrategy> COLUMNS = new Table<SeatStrategy>()
            .column("seatCode", SeatStrategy::seatCode)
            .column("name", SeatStrategy::name)
            .column("regionCode", SeatStrategy::regionCode)
            .column("battlegroundClass", SeatStrategy::battlegroundClass)
            .column("classedBy", SeatStrategy::classedBy)
            .column("classByRule", SeatStrategy::classByRule)
            .column("classAuthor", SeatStrategy::classAuthor)
            .column("classReason", SeatStrategy::classReason)
            .column("classedAt", SeatStrategy::classedAt)
            .column("targetRank", SeatStrategy::targetRank)
            .column("holder", SeatStrategy::holder)
            .column("swingRequiredPts", SeatStrategy::swingRequiredPts)
            .column("majorityPct", SeatStrategy::majorityPct);

    private final VisibleSeats visible;

    StrategyExportResource(VisibleSeats visible) {
        this.visible = visible;
    }

    @GET
    @Produces(Table.MEDIA_TYPE)
    @PermissionsAllowed("strategy:read")
    @Operation(
            operationId = "exportSeatStrategies",
            summary = "The list of seats with their class as a CSV file, whole",
            description = "Holds what listSeatStrategies would show to the same caller.")
    @APIResponse(responseCode = "200", description = "A header line and a line for each seat")
    @APIResponse(responseCode = "400", description = "A parameter cannot be accepted")
    public CsvFile export(@BeanParam SeatQuery query) {
        return COLUMNS.csv(query.of(visible.all()));
    }
}
