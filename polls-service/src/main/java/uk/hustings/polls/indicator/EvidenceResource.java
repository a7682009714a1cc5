package uk.hustings.polls.indicator;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;

/** All evidence in order of time, and what of it is no poll. Anybody may ask; the answer holds what that caller may know of. */
@Path("/v1/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence", description = "Polls and what stands beside them: indicators, real votes, reasons, statements")
public class EvidenceResource {

    private final EvidenceDesk desk;
    private final SecurityIdentity identity;

    EvidenceResource(EvidenceDesk desk, SecurityIdentity identity) {
        this.desk = desk;
        this.identity = identity;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listEvidence",
            summary = "All evidence on a seat, region or contest in order of time, polls included",
            description = "The oldest first, what is of no known day last. Public evidence, and the private evidence of"
                    + " areas that the caller's role reaches. Withdrawn evidence is left out. Nothing is averaged.")
    @APIResponse(responseCode = "200", description = "A page of the timeline")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(
            responseCode = "400",
            description = "A parameter cannot be accepted",
            content =
                    @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(responseCode = "503", description = "It cannot be told at the moment which seats are locked")
    public Uni<Page<EntryView>> listEvidence(
            @BeanParam TimelineQuery query,
            @RestQuery
                    @Parameter(
                            description = "1 to 200, 50 if absent",
                            example = "50",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
                    String limit,
            @RestQuery @Parameter(description = "next of the page before") String cursor) {
        return desk.timeline(caller(), query, QueryParameter.wholeNumber("limit", limit), cursor);
    }

    @GET
    @Path("/{itemId}")
    @PermitAll
    @Operation(operationId = "getEvidence", summary = "One piece of evidence that is no poll")
    @APIResponse(responseCode = "200", description = "The item")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(
            responseCode = "403",
            description = "The item is private and the caller's local party is locked out of the seat")
    @APIResponse(
            responseCode = "404",
            description = "There is no such item, or not for this caller: the answer is the same")
    @APIResponse(responseCode = "503", description = "It cannot be told at the moment which seats are locked")
    public Uni<ItemView> getEvidence(@RestPath UUID itemId) {
        return desk.find(caller(), itemId);
    }

    private Caller caller() {
        return CallerAugmentor.callerOf(identity);
    }
}
