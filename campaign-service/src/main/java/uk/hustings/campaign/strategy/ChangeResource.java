package uk.hustings.campaign.strategy;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.page.Page;

/** The rule and changes of many seats at once. */
@Path("/v1/campaign/strategy")
@Tag(name = "Strategy")
public class ChangeResource {

    private static final String EXAMPLE = """
            {"seats": [{"seatCode": "E14000653", "battlegroundClass": "key"},
                       {"seatCode": "E14000922", "battlegroundClass": "battleground"}],
             "reason": "Lord Ashcroft's polls of 14 April"}
            """;

    private static final String RULE_EXAMPLE = """
            {"rule": {"keyRank": 60, "battlegroundRank": 106, "defensiveBelowPts": 8},
             "reason": "The front line has moved on by ten seats"}
            """;

    private final ClassChanges changes;
    private final StrategyRecords records;
    private final VisibleSeats visible;
    private final Mutiny.SessionFactory sessions;

    ChangeResource(
            ClassChanges changes, StrategyRecords records, VisibleSeats visible, Mutiny.SessionFactory sessions) {
        this.changes = changes;
        this.records = records;
        this.visible = visible;
        this.sessions = sessions;
    }

    @GET
    @Path("/rules")
    @PermissionsAllowed("strategy:read")
    @Operation(
            operationId = "listClassRules",
            summary = "The versions of the rule that classes seats, newest first; the first one is in force")
    @APIResponse(responseCode = "200", description = "All versions")
    public Uni<Page<RuleView>> rules() {
        return sessions.withStatelessSession(records::rules)
                .map(versions -> new Page<>(versions.stream().map(RuleView::of).toList(), null));
    }

    @POST
    @Path("/changes/preview")
    @Idempotent
    @PermissionsAllowed("strategy:write")
    @Operation(
            operationId = "previewStrategyChange",
            summary = "What a change of many seats, or of the rule, would change",
            description =
                    "Nothing is written. The same body does it at changeStrategy; with the edition that this answer"
                            + " tells, only if nothing has changed since.")
    @APIResponse(
            responseCode = "200",
            description = "What would change",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChangePreview.class)))
    @APIResponse(responseCode = "422", description = "Some of what was sent cannot be accepted; each fault is named")
    public Uni<Response> preview(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ChangeOrder.class),
                                            examples = @ExampleObject(name = "another rule", value = RULE_EXAMPLE)))
                    @NotNull
                    @Valid
                    ChangeOrder order) {
        return changes.preview(order).map(Reply::toResponse);
    }

    @POST
    @Path("/changes")
    @Idempotent
    @PermissionsAllowed("strategy:write")
    @Operation(
            operationId = "changeStrategy",
            summary = "Change the class of many seats, or the rule, all or nothing",
            description =
                    "Seats that are classed by hand stay so when the rule changes. What stands so already is left as it"
                            + " is.")
    @APIResponse(
            responseCode = "201",
            description = "What was changed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChangeReceipt.class)))
    @APIResponse(
            responseCode = "409",
            description = "The strategy has changed since the edition given, or the same key is being worked on")
    @APIResponse(responseCode = "422", description = "Some of what was sent cannot be accepted; each fault is named")
    public Uni<Response> change(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ChangeOrder.class),
                                            examples = @ExampleObject(name = "two seats by hand", value = EXAMPLE)))
                    @NotNull
                    @Valid
                    ChangeOrder order) {
        return changes.apply(visible.caller(), order).map(Reply::toResponse);
    }
}
