package uk.hustings.campaign.resource;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
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
import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.resource.domain.Basis;

/** The history of what was stated. */
@Path("/v1/campaign/resources/statements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Resources")
@APIResponse(
        responseCode = "403",
        description = "The caller's roles do not allow this",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class ResourceStatementResource {

    private static final List<String> STATED = List.of(Basis.PLEDGED.code(), Basis.ESTIMATED.code());

    private final ResourceReader reader;
    private final ResourceService service;
    private final SecurityIdentity identity;

    ResourceStatementResource(ResourceReader reader, ResourceService service, SecurityIdentity identity) {
        this.reader = reader;
        this.service = service;
        this.identity = identity;
    }

    @GET
    @PermissionsAllowed("allocation:read")
    @Operation(
            operationId = "listResourceStatements",
            summary =
                    "Every statement of resources that you may see, newest first, those corrected or withdrawn among them")
    @APIResponse(responseCode = "200", description = "A page of statements")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Uni<Page<StatementView>> list(
            @Parameter(description = "local-party, region or national", example = "local-party") @RestQuery
                    String holderKind,
            @Parameter(description = "Id of a local party, or GSS code of a region", example = "exeter") @RestQuery
                    String holder,
            @Parameter(example = "doorstep-hours") @RestQuery String kind,
            @Parameter(description = "An ISO week", example = "2015-W17") @RestQuery String week,
            @Parameter(description = "pledged or estimated", example = "pledged") @RestQuery String basis,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        Caller caller = CallerAugmentor.callerOf(identity);
        IsoWeek only = week(week);
        ResourceFilter filter = new ResourceFilter(
                ResourceQuery.holderKind(holderKind),
                ResourceQuery.text(holder),
                null,
                ResourceQuery.kind(kind),
                only,
                only);
        String of = QueryParameter.oneOf("basis", basis, STATED);
        PageRequest page = PageRequest.of(
                QueryParameter.wholeNumber("limit", limit),
                cursor,
                "resource-statements",
                filter,
                of,
                caller.subject());
        return reader.statements(caller, filter, of, page);
    }

    @POST
    @Path("/{statementId}/withdrawal")
    @Idempotent
    @PermissionsAllowed("resource:write")
    @Operation(
            operationId = "withdrawResourceStatement",
            summary = "Withdraw a statement that counts no more",
            description =
                    "It must be the current edition. What was stated before stays in the history and does not count"
                            + " again.")
    @APIResponse(
            responseCode = "201",
            description = "The withdrawal, as an edition of its own",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StatementView.class)))
    @APIResponse(responseCode = "400", description = "The Idempotency-Key is missing, or the body cannot be read")
    @APIResponse(responseCode = "404", description = "No statement that you may see has this id")
    @APIResponse(
            responseCode = "409",
            description = "It is not the current edition, or withdrawn already; or the same key is being worked on")
    @APIResponse(
            responseCode = "422",
            description = "The reason cannot be accepted, or the key was used for another body")
    public Uni<Response> withdraw(@RestPath UUID statementId, @NotNull @Valid WithdrawalReason reason) {
        return service.withdraw(CallerAugmentor.callerOf(identity), statementId, reason.reason())
                .map(Reply::toResponse);
    }

    private static IsoWeek week(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return IsoWeek.parse(text.strip());
        } catch (IllegalArgumentException noWeek) {
            throw QueryParameter.refused("week", "week must be an ISO week such as 2015-W17");
        }
    }
}
