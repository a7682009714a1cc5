package uk.hustings.campaign.twinning;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;

/** Which local party helps where. Seen by those of the donor and those of the target. */
@Path("/v1/campaign/twinnings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Twinning")
@APIResponse(
        responseCode = "403",
        description = "The caller's roles do not allow this",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class TwinningResource {

    private final TwinningReader reader;
    private final SecurityIdentity identity;

    TwinningResource(TwinningReader reader, SecurityIdentity identity) {
        this.reader = reader;
        this.identity = identity;
    }

    @GET
    @PermissionsAllowed("twinning:read")
    @Operation(operationId = "listTwinnings", summary = "Twinnings that you may see, newest first")
    @APIResponse(responseCode = "200", description = "A page of twinnings")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Uni<Page<TwinningView>> list(
            @BeanParam TwinningQuery query,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        Caller caller = caller();
        PageRequest page = PageRequest.of(
                QueryParameter.wholeNumber("limit", limit), cursor, "twinnings", query.view(), caller.subject());
        return reader.page(caller, query.wanted(), page);
    }

    @GET
    @Path("/{twinningId}")
    @PermissionsAllowed("twinning:read")
    @Operation(
            operationId = "getTwinning",
            summary = "One twinning with everything that ever happened to it and the hours delivered")
    @APIResponse(responseCode = "200", description = "The twinning")
    @APIResponse(responseCode = "404", description = "No twinning that you may see has this id")
    public Uni<TwinningView.Whole> get(@RestPath UUID twinningId) {
        return reader.one(caller(), twinningId);
    }

    @GET
    @Path("/locked-local-parties")
    @PermissionsAllowed("twinning:read")
    @Operation(
            operationId = "listLockedLocalParties",
            summary = "Locked local parties with where they help instead, those without a twin first")
    @APIResponse(responseCode = "200", description = "A page of local parties")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Uni<Page<LockedLocalParty>> locked(
            @Parameter(description = "GSS code of a region", example = "E12000002") @RestQuery String region,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        Caller caller = caller();
        PageRequest page = PageRequest.of(
                QueryParameter.wholeNumber("limit", limit), cursor, "locked-parties", region, caller.subject());
        return reader.locked(caller, region).map(all -> Page.of(all, page, LockedLocalParty::localParty));
    }

    private Caller caller() {
        return CallerAugmentor.callerOf(identity);
    }
}
