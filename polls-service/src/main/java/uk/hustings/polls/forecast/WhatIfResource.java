package uk.hustings.polls.forecast;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;

/** What a forecast would be if something were otherwise. */
@Path("/v1/forecasts/{forecastId}/what-ifs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Forecasts")
public class WhatIfResource {

    private final RunDesk desk;
    private final WhatIfDesk whatIfs;
    private final SecurityIdentity identity;

    WhatIfResource(RunDesk desk, WhatIfDesk whatIfs, SecurityIdentity identity) {
        this.desk = desk;
        this.whatIfs = whatIfs;
        this.identity = identity;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("forecast:run")
    @Operation(
            operationId = "askWhatIf",
            summary = "By what a forecast would differ if national shares or leads in seats were other ones",
            description = "Drawn at once from the same inputs with the same random numbers, so that nothing but the"
                    + " assumption makes the difference.")
    @APIResponse(
            responseCode = "200",
            description = "The difference",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WhatIfView.class)))
    @APIResponse(responseCode = "400", description = "The body cannot be read, or the Idempotency-Key is missing")
    @APIResponse(responseCode = "403", description = "The caller's roles do not allow this")
    @APIResponse(
            responseCode = "404",
            description = "There is no such forecast, or not for this caller: the answer is the same")
    @APIResponse(
            responseCode = "409",
            description = "The forecast has no result, or the same request is still being worked on")
    @APIResponse(responseCode = "422", description = "Some of what was sent cannot be accepted")
    @APIResponse(responseCode = "503", description = "Too many ask at the moment")
    public Uni<Response> askWhatIf(@RestPath UUID forecastId, @NotNull WhatIfOrder order) {
        Run run = desk.findDone(CallerAugmentor.callerOf(identity), Run.Kind.FORECAST, forecastId);
        return whatIfs.ask(run, order).map(Reply::toResponse);
    }
}
