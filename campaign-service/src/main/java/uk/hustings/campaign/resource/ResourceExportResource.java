package uk.hustings.campaign.resource;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.export.CsvFile;
import uk.hustings.api.export.Table;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;

/** Resources as a file. */
@Path("/v1/campaign/resources.csv")
@Tag(name = "Resources")
@APIResponse(
        responseCode = "403",
        description = "The caller's roles do not allow this",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class ResourceExportResource {

    private final ResourceReader reader;
    private final SecurityIdentity identity;

    ResourceExportResource(ResourceReader reader, SecurityIdentity identity) {
        this.reader = reader;
        this.identity = identity;
    }

    @GET
    @Produces(Table.MEDIA_TYPE)
    @PermissionsAllowed("allocation:read")
    @Operation(
            operationId = "exportResources",
            summary = "The list of resources as a CSV file, whole",
            description = "Holds what listResources would show to the same caller: the effective amount, its basis, and"
                    + " beside it what is pledged, measured and estimated.")
    @APIResponse(responseCode = "200", description = "A header line and a line for each holder, kind and week")
    @APIResponse(responseCode = "400", description = "A parameter cannot be accepted")
    public Uni<CsvFile> export(@BeanParam ResourceQuery query) {
        return reader.all(CallerAugmentor.callerOf(identity), query).map(ResourceView.TABLE::csv);
    }
}
