package uk.hustings.campaign.twinning;

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
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.export.CsvFile;
import uk.hustings.api.export.Table;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;

/** Twinnings as a file. */
@Path("/v1/campaign/twinnings.csv")
@Tag(name = "Twinning")
@APIResponse(
        responseCode = "403",
        description = "The caller's roles do not allow this",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class TwinningExportResource {

    private static final Table<TwinningView> COLUMNS = new Table<TwinningView>()
            .column("twinningId", TwinningView::twinningId)
            .column("donor", TwinningView::donor)
            .column("donorName", TwinningView::donorName)
            .column("target", TwinningView::target)
            .column("targetName", TwinningView::targetName)
            .column("from", TwinningView::from)
            .column("until", TwinningView::until)
            .column("pledgedHours", TwinningView::pledgedHours)
            .column("deliveredHours", TwinningView::deliveredHours)
            .column("travelKm", TwinningView::travelKm)
            .column("travelHours", TwinningView::travelHours)
            .column("status", TwinningView::status)
            .column("inForce", TwinningView::inForce)
            .column("reason", TwinningView::reason)
            .column("proposedBy", TwinningView::proposedBy)
            .column("proposedAt", TwinningView::proposedAt)
            .column("statusBy", TwinningView::statusBy)
            .column("statusAt", TwinningView::statusAt)
            .column("statusReason", TwinningView::statusReason);

    private final TwinningReader reader;
    private final SecurityIdentity identity;

    TwinningExportResource(TwinningReader reader, SecurityIdentity identity) {
        this.reader = reader;
        this.identity = identity;
    }

    @GET
    @Produces(Table.MEDIA_TYPE)
    @PermissionsAllowed("twinning:read")
    @Operation(operationId = "exportTwinnings", summary = "Twinnings that you may see as a CSV file, newest first")
    @APIResponse(responseCode = "200", description = "A header line and a line for each twinning")
    @APIResponse(responseCode = "400", description = "A parameter cannot be accepted")
    public Uni<CsvFile> export(@BeanParam TwinningQuery query) {
        Caller caller = CallerAugmentor.callerOf(identity);
        Twinnings.Wanted wanted = query.wanted();
        // The first page is read before the answer begins, so that what cannot be answered is refused.
        return reader.after(null, caller, wanted)
                .map(first -> COLUMNS.csv(
                        last -> last == null ? Uni.createFrom().item(first) : reader.after(last, caller, wanted)));
    }
}
