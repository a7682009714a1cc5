package uk.hustings.campaign.resource;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.export.Table;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.intake.ImportReceipt;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.api.spool.SpooledBody;
import uk.hustings.campaign.localparty.LocalParties;

/** Resources of many holders at once. */
@Path("/v1/campaign/resources")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Resources")
@APIResponse(
        responseCode = "403",
        description = "Rows of holders that the caller does not reach; nothing was written",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class ResourceImportResource {

    private static final String RULES =
            "All of it is taken or nothing, 100,000 rows at the most. A row that is stated already with the same amount and"
                    + " source changes nothing; another amount names the edition that it replaces, with a reason.";
    private static final String DONE = "Recorded, or recorded before with the same content";
    private static final String UNREADABLE = "The body cannot be read, or the Idempotency-Key is missing";
    private static final String CONFLICT =
            "Other amounts are stated already, or replaces is not the current edition: each is named with the current"
                    + " edition; or the same key is being worked on";
    private static final String TOO_LARGE = "The body has more than 64 MiB or more than 100,000 rows";
    private static final String FAULTS =
            "Rows that cannot be accepted, each named; or the key was used for another body";

    private static final String JSON = """
            {"statements": [
              {"holderKind": "local-party", "holder": "exeter", "kind": "doorstep-hours", "week": "2015-W17",
               "basis": "estimated", "amount": 96.5, "source": "Canvass returns of March"},
              {"holderKind": "national", "kind": "leader-visits", "week": "2015-W17", "basis": "pledged", "amount": 4,
               "source": "The leader's diary"}]}
            """;

    private static final String CSV = """
            holderKind,holder,kind,week,basis,amount,source,replaces,reason
            local-party,exeter,doorstep-hours,2015-W17,estimated,96.5,Canvass returns of March,,
            national,,leader-visits,2015-W17,pledged,4,The leader's diary,,
            """;

    /** The body as the document describes it; what comes is read row by row. */
    @Schema(name = "ResourceRows", requiredProperties = StatementForms.LIST)
    record ResourceRows(
            @Schema(description = "1 to 100,000 of them") List<StatementRow> statements) {}

    private final StatementIntake intake;
    private final LocalParties parties;
    private final ResourceService service;
    private final ObjectMapper json;
    private final SecurityIdentity identity;

    ResourceImportResource(
            StatementIntake intake,
            LocalParties parties,
            ResourceService service,
            ObjectMapper json,
            SecurityIdentity identity) {
        this.intake = intake;
        this.parties = parties;
        this.service = service;
        this.json = json;
        this.identity = identity;
    }

    @POST
    @Path("/imports")
    @Idempotent
    @PermissionsAllowed("resource:write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importResources",
            summary = "State resources of many holders from a JSON list; all or nothing",
            description = RULES)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ResourceRows.class),
                            examples = @ExampleObject(name = "a local party and the national party", value = JSON)))
    @APIResponse(
            responseCode = "201",
            description = DONE,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportReceipt.class)))
    @APIResponse(responseCode = "400", description = UNREADABLE)
    @APIResponse(responseCode = "409", description = CONFLICT)
    @APIResponse(responseCode = "413", description = TOO_LARGE)
    @APIResponse(responseCode = "422", description = FAULTS)
    public Uni<Response> importJson(SpooledBody list) {
        return take(list, StatementForms.json(json));
    }

    @POST
    @Path("/imports.csv")
    @Idempotent
    @PermissionsAllowed("resource:write")
    @Consumes(Table.MEDIA_TYPE)
    @Operation(
            operationId = "importResourcesCsv",
            summary = "State resources of many holders from CSV; all or nothing",
            description = "Columns that must be there: holderKind, holder, kind, week, basis, amount, source. Further"
                    + " columns: replaces, reason. " + RULES)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Table.MEDIA_TYPE,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "a local party and the national party", value = CSV)))
    @APIResponse(
            responseCode = "201",
            description = DONE,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportReceipt.class)))
    @APIResponse(responseCode = "400", description = UNREADABLE)
    @APIResponse(responseCode = "409", description = CONFLICT)
    @APIResponse(responseCode = "413", description = TOO_LARGE)
    @APIResponse(responseCode = "422", description = FAULTS)
    public Uni<Response> importCsv(SpooledBody csv) {
        return take(csv, StatementForms.csv());
    }

    private Uni<Response> take(SpooledBody body, StatementForms.Form form) {
        Caller caller = CallerAugmentor.callerOf(identity);
        // A file often follows one of local parties that another replica took in.
        return parties.refresh()
                .chain(() -> body.read(in -> read(in, form, intake.validator(caller))))
                .chain(statements -> service.state(
                        caller,
                        statements,
                        done -> new ImportReceipt(done.recorded().size(), done.unchanged(), List.of())))
                .map(Reply::toResponse);
    }

    /** Somebody who may not state these resources at all need not learn what is wrong with the rows. */
    private static List<SentStatement.Checked> read(
            InputStream body, StatementForms.Form form, StatementValidator validator) {
        List<SentStatement.Checked> statements;
        try {
            statements = form.read(body, validator);
        } catch (Problem fault) {
            validator.refuseOutOfReach();
            throw fault;
        }
        validator.refuseOutOfReach();
        return statements;
    }
}
