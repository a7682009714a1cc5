package uk.hustings.campaign.spending;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.export.CsvFile;
import uk.hustings.api.export.Table;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.intake.ImportReceipt;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.spool.SpooledBody;

/** What candidates of all parties declared at past elections. Published facts: everybody who reads spending sees all of them. */
@Path("/v1/campaign/spending")
@Tag(name = "Spending")
@APIResponse(responseCode = "400", description = "A parameter, the cursor or the body cannot be accepted")
@APIResponse(responseCode = "403", description = "The caller's roles do not allow this, or do not cover all seats")
public class SpendingReturnResource {

    private static final int ROWS_AT_A_TIME = 500;

    private static final String CSV = """
            election,seatCode,party,candidate,period,electorate,limitGbp,totalGbp,advertisingGbp,source
            ge2015,E14000653,lab,Adrian Heald,short,76437,15579.33,12780.11,2310.00,Electoral Commission
            """;

    private static final Table<SpendingReturn.View> COLUMNS = new Table<SpendingReturn.View>()
            .column("election", SpendingReturn.View::election)
            .column("seatCode", SpendingReturn.View::seatCode)
            .column("party", SpendingReturn.View::party)
            .column("candidate", SpendingReturn.View::candidate)
            .column("period", SpendingReturn.View::period)
            .column("electorate", SpendingReturn.View::electorate)
            .column("limitGbp", SpendingReturn.View::limitGbp)
            .column("totalGbp", SpendingReturn.View::totalGbp)
            .column("advertisingGbp", SpendingReturn.View::advertisingGbp)
            .column("unsolicitedMaterialGbp", SpendingReturn.View::unsolicitedMaterialGbp)
            .column("transportGbp", SpendingReturn.View::transportGbp)
            .column("publicMeetingsGbp", SpendingReturn.View::publicMeetingsGbp)
            .column("staffGbp", SpendingReturn.View::staffGbp)
            .column("accommodationGbp", SpendingReturn.View::accommodationGbp)
            .column("administrationGbp", SpendingReturn.View::administrationGbp)
            .column("source", SpendingReturn.View::source);

    private final SpendingReturnImport imports;
    private final SpendingReturns returns;
    private final Contests contests;
    private final SpendingRights rights;
    private final Mutiny.SessionFactory sessions;

    SpendingReturnResource(
            SpendingReturnImport imports,
            SpendingReturns returns,
            Contests contests,
            SpendingRights rights,
            Mutiny.SessionFactory sessions) {
        this.imports = imports;
        this.returns = returns;
        this.contests = contests;
        this.rights = rights;
        this.sessions = sessions;
    }

    @GET
    @Path("/returns")
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("spending:read")
    @Operation(
            operationId = "listSpendingReturns",
            summary =
                    "What candidates of all parties declared at past elections, by election, seat, party and candidate")
    @APIResponse(responseCode = "200", description = "A page of returns")
    public Uni<Page<SpendingReturn.View>> list(
            @BeanParam SpendingReturnQuery query,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        PageRequest page = PageRequest.of(
                QueryParameter.wholeNumber("limit", limit),
                cursor,
                "spending-returns",
                query.view(),
                rights.caller().subject());
        return sessions.withStatelessSession(session -> returns.list(
                        session, query.wanted(contests), page.afterAs(SpendingReturn.Key::fromText), page.limit() + 1))
                .map(found -> Page.ofRows(
                                found, page, declared -> declared.key().text())
                        .map(SpendingReturn.View::of));
    }

    @GET
    @Path("/returns.csv")
    @Produces(Table.MEDIA_TYPE)
    @PermissionsAllowed("spending:read")
    @Operation(operationId = "exportSpendingReturns", summary = "The list of spending returns as a CSV file, whole")
    @APIResponse(responseCode = "200", description = "A header line and a line for each return")
    public Uni<CsvFile> export(@BeanParam SpendingReturnQuery query) {
        SpendingReturns.Wanted wanted = query.wanted(contests);
        // The first page is read before the answer begins, so that what cannot be answered is refused.
        return sessions.withStatelessSession(session -> returns.list(session, wanted, null, ROWS_AT_A_TIME))
                .map(first -> COLUMNS.csv(last -> last == null
                        ? Uni.createFrom()
                                .item(first.stream()
                                        .map(SpendingReturn.View::of)
                                        .toList())
                        : sessions.withStatelessSession(
                                        session -> returns.list(session, wanted, last.key(), ROWS_AT_A_TIME))
                                .map(rows -> rows.stream()
                                        .map(SpendingReturn.View::of)
                                        .toList())));
    }

    @POST
    @Path("/returns/imports")
    @Consumes(Table.MEDIA_TYPE)
    @Produces(MediaType.APPLICATION_JSON)
    @Idempotent
    @PermissionsAllowed("spending:write")
    @Operation(
            operationId = "importSpendingReturns",
            summary = "Add published returns of past elections from CSV, of all parties; all or nothing",
            description =
                    "History: it never counts against a limit of ours. 20,000 returns at the most. The same again changes"
                            + " nothing. Categories need not add up to the total, because what was declared does not.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded, or recorded before with the same content",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportReceipt.class)))
    @APIResponse(
            responseCode = "409",
            description = "Recorded already with other figures, or the same key is being worked on")
    @APIResponse(responseCode = "413", description = "The file has more than 64 MiB or 20,000 rows")
    @APIResponse(responseCode = "422", description = "Rows at fault, each with its line")
    public Uni<Response> importCsv(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = Table.MEDIA_TYPE,
                                            schema = @Schema(implementation = String.class),
                                            examples = @ExampleObject(name = "Crewe and Nantwich", value = CSV)))
                    SpooledBody csv) {
        return imports.take(rights.caller(), csv).map(Reply::toResponse);
    }
}
