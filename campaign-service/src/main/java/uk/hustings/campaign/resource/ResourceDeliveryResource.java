package uk.hustings.campaign.resource;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.api.time.DomainClock;

/** Whether local parties deliver what they planned. */
@Path("/v1/campaign/resources/delivery")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Resources")
@APIResponse(
        responseCode = "403",
        description = "The caller's roles do not allow this, or do not cover the local party",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class ResourceDeliveryResource {

    private final DeliveryReader reader;
    private final SecurityIdentity identity;
    private final DomainClock clock;

    ResourceDeliveryResource(DeliveryReader reader, SecurityIdentity identity, DomainClock clock) {
        this.reader = reader;
        this.identity = identity;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed("allocation:read")
    @Operation(
            operationId = "getResourceDelivery",
            summary = "What a local party planned and what it delivered, by week and kind",
            description =
                    "Planned is the pledge, or else the estimate. Delivered is worked out from contacts (10 an hour) and"
                            + " leaflets (120 an hour); in a twinned seat from the hours that were reported for the week, if any. Work"
                            + " in own seats and in twinned seats is shown apart.")
    @APIResponse(responseCode = "200", description = "Planned and delivered")
    @APIResponse(responseCode = "400", description = "A parameter cannot be accepted, or localParty is missing")
    @APIResponse(responseCode = "404", description = "No local party has this id")
    public Uni<ResourceDelivery> delivery(
            @Parameter(required = true, description = "Id of the local party", example = "exeter") @RestQuery
                    String localParty,
            @Parameter(description = "A day of the first week; today unless given", example = "2015-04-14") @RestQuery
                    String from,
            @Parameter(
                            description = "A day of the last week, of at most 53; of 13 weeks unless given",
                            example = "2015-05-07")
                    @RestQuery
                    String until) {
        return reader.of(
                CallerAugmentor.callerOf(identity),
                QueryParameter.required("localParty", ResourceQuery.text(localParty)),
                Weeks.of(from, until, clock.today()));
    }
}
