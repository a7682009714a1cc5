package uk.hustings.campaign.contact;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.export.Table;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.page.Page;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.api.spool.SpooledBody;

/** Contacts in bulk, across local parties and seats. */
@Path("/v1/campaign/contacts")
@Tag(name = "Contacts")
public class ContactBatchResource {

    private static final String NDJSON_TYPE = "application/x-ndjson";
    private static final String DONE = "Recorded, or recorded before with the same content";
    private static final String UNREADABLE =
            "The body or a parameter cannot be read, or the Idempotency-Key is missing";
    private static final String NOT_ALLOWED =
            "Rows of seats or local parties that the caller does not reach, or of a locked seat: nothing is taken";
    private static final String AGAIN =
            "This sourceBatchId is recorded with other content, or the same key is being worked on";
    private static final String TOO_LARGE = "The body has more than 64 MiB or more than 100,000 rows";
    private static final String FAULTS =
            "Rows that cannot be accepted, each named; or the key was used for another body";

    private static final String RULES =
            " Rows become one batch for each local party and seat. All of it is taken or nothing, 100,000 rows at the most."
                    + " Under one sourceBatchId a local party's rows count once: sent again they change nothing, and others are"
                    + " refused.";

    private static final String JSON = """
            {"sourceBatchId": "canvass-2015-04-14", "rows": [
              {"localParty": "crewe-and-nantwich", "seatCode": "E14000653", "day": "2015-04-14", "channel": "doorstep",
               "attempts": 700, "contacts": 500, "codes": {"firm": 210, "soft": 90, "against": 130, "notHome": 180}},
              {"localParty": "exeter", "seatCode": "E14000698", "day": "2015-04-14", "channel": "phone", "contacts": 140}]}
            """;

    private static final String NDJSON = """
            {"seatCode": "E14000653", "day": "2015-04-14", "channel": "doorstep", "attempts": 700, "contacts": 500}
            {"seatCode": "E14000698", "day": "2015-04-14", "channel": "phone", "contacts": 140}
            """;

    private static final String CSV = """
            localParty,seatCode,day,channel,attempts,contacts,firm,soft,against,dontKnow,refused,moved,deceased,notHome
            crewe-and-nantwich,E14000653,2015-04-14,doorstep,700,500,210,90,130,50,20,15,5,180
            exeter,E14000698,2015-04-14,phone,,140,,,,,,,,
            """;

    private static final String SOURCE = "canvass-2015-04-14";

    /** The body as the document tells it; what comes is read row by row. */
    @Schema(name = "ContactRows", requiredProperties = "rows")
    record ContactRows(
            @Schema(
                    examples = SOURCE,
                    nullable = true,
                    minLength = 1,
                    maxLength = ContactForms.LONGEST_SOURCE,
                    description = "The id of all of it in the system that it comes from")
            String sourceBatchId,

            @Schema(description = "At least one") List<ContactRow> rows) {}

    private final ContactImport imports;
    private final ContactReading reading;
    private final ObjectMapper json;
    private final SecurityIdentity identity;

    ContactBatchResource(ContactImport imports, ContactReading reading, ObjectMapper json, SecurityIdentity identity) {
        this.imports = imports;
        this.reading = reading;
        this.json = json;
        this.identity = identity;
    }

    @POST
    @Path("/imports")
    @Idempotent
    @PermissionsAllowed("contact:report")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importContacts",
            summary = "Record contacts across local parties and seats, all or nothing",
            description = "A row without a localParty is the caller's own, or else that of the seat." + RULES)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ContactRows.class),
                            examples = @ExampleObject(name = "two local parties, April 2015", value = JSON)))
    @APIResponse(
            responseCode = "201",
            description = DONE,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ContactImportReceipt.class)))
    @APIResponse(responseCode = "400", description = UNREADABLE)
    @APIResponse(responseCode = "403", description = NOT_ALLOWED)
    @APIResponse(responseCode = "409", description = AGAIN)
    @APIResponse(responseCode = "413", description = TOO_LARGE)
    @APIResponse(
            responseCode = "422",
            description = FAULTS,
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDocument.class)))
    public Uni<Response> importContacts(SpooledBody rows) {
        return take(rows, ContactForms.json(json));
    }

    @POST
    @Path("/imports.csv")
    @Idempotent
    @PermissionsAllowed("contact:report")
    @Consumes(Table.MEDIA_TYPE)
    @Operation(
            operationId = "importContactsCsv",
            summary = "Record contacts across local parties and seats from CSV, all or nothing",
            description = "Columns that must be there: seatCode, day, channel, contacts. Further columns: localParty,"
                    + " attempts, firm, soft, against, dontKnow, refused, moved, deceased, notHome; an empty cell is unknown."
                    + RULES)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Table.MEDIA_TYPE,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "two local parties, April 2015", value = CSV)))
    @APIResponse(
            responseCode = "201",
            description = DONE,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ContactImportReceipt.class)))
    @APIResponse(responseCode = "400", description = UNREADABLE)
    @APIResponse(responseCode = "403", description = NOT_ALLOWED)
    @APIResponse(responseCode = "409", description = AGAIN)
    @APIResponse(responseCode = "413", description = TOO_LARGE)
    @APIResponse(responseCode = "422", description = FAULTS)
    public Uni<Response> importContactsCsv(
            @Parameter(description = "The id of all of it in the system that it comes from", example = SOURCE)
                    @RestQuery
                    String sourceBatchId,
            SpooledBody csv) {
        return take(csv, ContactForms.csv(source(sourceBatchId)));
    }

    @POST
    @Path("/imports.ndjson")
    @Idempotent
    @PermissionsAllowed("contact:report")
    @Consumes(NDJSON_TYPE)
    @Operation(
            operationId = "importContactsNdjson",
            summary = "Record contacts across local parties and seats from NDJSON, all or nothing",
            description = "One object in each line, with the fields of a row of importContacts." + RULES)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = NDJSON_TYPE,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "two seats, April 2015", value = NDJSON)))
    @APIResponse(
            responseCode = "201",
            description = DONE,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ContactImportReceipt.class)))
    @APIResponse(responseCode = "400", description = UNREADABLE)
    @APIResponse(responseCode = "403", description = NOT_ALLOWED)
    @APIResponse(responseCode = "409", description = AGAIN)
    @APIResponse(responseCode = "413", description = TOO_LARGE)
    @APIResponse(responseCode = "422", description = FAULTS)
    public Uni<Response> importContactsNdjson(
            @Parameter(description = "The id of all of it in the system that it comes from", example = SOURCE)
                    @RestQuery
                    String sourceBatchId,
            SpooledBody lines) {
        return take(lines, ContactForms.ndjson(json, source(sourceBatchId)));
    }

    @GET
    @Path("/batches")
    @PermissionsAllowed("contact:read")
    @Operation(operationId = "listContactBatches", summary = "Batches of the seats that you may read, newest first")
    @APIResponse(responseCode = "200", description = "A page of batches")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Uni<Page<ContactBatchSummary>> batches(
            @Parameter(example = "exeter") @RestQuery String localParty,
            @Parameter(example = "E14000698") @RestQuery String seat,
            @Parameter(description = "Batches with contacts on this day or later", example = "2015-04-01") @RestQuery
                    String from,
            @Parameter(description = "Batches with contacts on this day or earlier", example = "2015-04-14") @RestQuery
                    String to,
            @Parameter(example = SOURCE) @RestQuery String sourceBatchId,
            @Parameter(description = "recorded, corrected or withdrawn", example = "recorded") @RestQuery String status,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        ContactReading.BatchFilter filter = new ContactReading.BatchFilter(
                QueryParameter.seat("seat", seat),
                localParty,
                QueryParameter.date("from", from),
                QueryParameter.date("to", to),
                sourceBatchId,
                QueryParameter.oneOf("status", status, ContactBatchSummary.STATUSES));
        return reading.batches(
                CallerAugmentor.callerOf(identity), filter, QueryParameter.wholeNumber("limit", limit), cursor);
    }

    private Uni<Response> take(SpooledBody body, ContactForms.Form form) {
        return imports.take(CallerAugmentor.callerOf(identity), body, form).map(Reply::toResponse);
    }

    private static String source(String sourceBatchId) {
        if (sourceBatchId != null && !ContactForms.acceptable(sourceBatchId)) {
            throw QueryParameter.refused(
                    "sourceBatchId",
                    "sourceBatchId must have 1 to %d characters".formatted(ContactForms.LONGEST_SOURCE));
        }
        return sourceBatchId;
    }
}
