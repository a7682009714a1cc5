package uk.hustings.campaign.resource;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;

/** What local parties, regions and the national party have to give, by week. */
@Path("/v1/campaign/resources")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Resources")
@APIResponse(
        responseCode = "403",
        description = "The caller's roles do not allow this",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class ResourceResource {

    private static final String PLEDGE = """
            {"holderKind": "local-party", "holder": "exeter", "basis": "pledged", "source": "Committee of 13 April",
             "amounts": [{"kind": "doorstep-hours", "week": "2015-W17", "amount": 120},
                         {"kind": "leaflets", "week": "2015-W17", "amount": 5000}]}
            """;

    private final ResourceReader reader;
    private final ResourceService service;
    private final StatementIntake intake;
    private final SecurityIdentity identity;

    ResourceResource(
            ResourceReader reader, ResourceService service, StatementIntake intake, SecurityIdentity identity) {
        this.reader = reader;
        this.service = service;
        this.intake = intake;
        this.identity = identity;
    }

    @GET
    @PermissionsAllowed("allocation:read")
    @Operation(
            operationId = "listResources",
            summary = "What holders that you may see have, by kind and week",
            description =
                    "In a week a pledge beats what was measured, and that beats an estimate; they are never summed."
                            + " Hours are measured from contacts and from hours reported for twinnings.")
    @APIResponse(responseCode = "200", description = "A page of resources")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Uni<Page<ResourceView>> list(
            @BeanParam ResourceQuery query,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        Caller caller = CallerAugmentor.callerOf(identity);
        PageRequest page = PageRequest.of(
                QueryParameter.wholeNumber("limit", limit), cursor, "resources", query.view(), caller.subject());
        return reader.page(caller, query, page);
    }

    @POST
    @Idempotent
    @PermissionsAllowed("resource:write")
    @Operation(
            operationId = "stateResources",
            summary = "State what a holder has in some weeks, or correct it; all or nothing",
            description =
                    "An amount that is stated already with the same source changes nothing. Another one corrects it"
                            + " and names the edition that it replaces, with a reason; every edition is kept.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ResourceReceipt.class)))
    @APIResponse(responseCode = "400", description = "The Idempotency-Key is missing, or the body cannot be read")
    @APIResponse(
            responseCode = "409",
            description =
                    "Another amount is stated already, or replaces is not the current edition: each is named with the"
                            + " current edition; or the same key is being worked on")
    @APIResponse(
            responseCode = "422",
            description = "Fields that cannot be accepted, each named; or the key was used for another body")
    public Uni<Response> state(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ResourceOrder.class),
                                            examples = @ExampleObject(name = "a pledge", value = PLEDGE)))
                    @NotNull
                    @Valid
                    ResourceOrder order) {
        Caller caller = CallerAugmentor.callerOf(identity);
        return service.state(
                        caller,
                        intake.checked(caller, order),
                        done -> new ResourceReceipt(
                                done.recorded().size(),
                                done.unchanged(),
                                done.recorded().stream().map(StatementView::of).toList()))
                .map(Reply::toResponse);
    }
}
