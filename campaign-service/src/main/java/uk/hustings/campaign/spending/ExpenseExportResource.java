package uk.hustings.campaign.spending;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.hustings.api.export.CsvFile;
import uk.hustings.api.export.Table;

/** Expenses as a file. */
@Path(ExpenseService.PATH + ".csv")
@Tag(name = "Spending")
public class ExpenseExportResource {

    private static final Table<ExpenseView> COLUMNS = new Table<ExpenseView>()
            .column("expenseId", ExpenseView::expenseId)
            .column("seatCode", ExpenseView::seatCode)
            .column("election", ExpenseView::election)
            .column("localParty", ExpenseView::localParty)
            .column("reference", ExpenseView::reference)
            .column("status", ExpenseView::status)
            .column("category", ExpenseView::category)
            .column("period", ExpenseView::period)
            .column("paidGbp", ExpenseView::paidGbp)
            .column("notionalGbp", ExpenseView::notionalGbp)
            .column("candidateSharePct", ExpenseView::candidateSharePct)
            .column("countedGbp", ExpenseView::countedGbp)
            .column("day", ExpenseView::day)
            .column("supplier", ExpenseView::supplier)
            .column("description", ExpenseView::description)
            .column("overLimit", ExpenseView::overLimit)
            .column("revision", ExpenseView::revision)
            .column("recordedBy", ExpenseView::recordedBy)
            .column("recordedAt", ExpenseView::recordedAt)
            .column("reason", ExpenseView::reason)
            .column("enteredBy", ExpenseView::enteredBy)
            .column("enteredAt", ExpenseView::enteredAt);

    private final ExpenseReader reader;
    private final Contests contests;
    private final SpendingRights rights;

    ExpenseExportResource(ExpenseReader reader, Contests contests, SpendingRights rights) {
        this.reader = reader;
        this.contests = contests;
        this.rights = rights;
    }

    @GET
    @Produces(Table.MEDIA_TYPE)
    @PermissionsAllowed("spending:read")
    @Operation(operationId = "exportExpenses", summary = "Expenses that you may see as a CSV file, newest first")
    @APIResponse(responseCode = "200", description = "A header line and a line for each expense")
    @APIResponse(responseCode = "400", description = "A parameter cannot be accepted")
    @APIResponse(responseCode = "403", description = "The caller's roles do not allow this")
    public Uni<CsvFile> export(@BeanParam ExpenseQuery query) {
        Expenses.Wanted wanted = query.wanted(contests);
        Set<String> sight = rights.sight(rights.caller());
        // The first page is read before the answer begins, so that what cannot be answered is refused.
        return reader.after(null, sight, wanted)
                .map(first -> COLUMNS.csv(
                        last -> last == null ? Uni.createFrom().item(first) : reader.after(last, sight, wanted)));
    }
}
