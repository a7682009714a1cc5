package uk.hustings.polls.forecast;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.polls.evidence.Readings;
import uk.hustings.polls.evidence.VisibleEvidence;
import uk.hustings.polls.evidence.domain.Evidence;
import uk.hustings.polls.poll.domain.RecordedPoll;

/** What forecasts rest on. */
@Path("/v1/forecasts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Forecasts")
public class ForecastInputsResource {

    private final RunDesk desk;
    private final Results results;
    private final Parameters parameters;
    private final VisibleEvidence evidence;
    private final Readings readings;
    private final SecurityIdentity identity;

    ForecastInputsResource(
            RunDesk desk,
            Results results,
            Parameters parameters,
            VisibleEvidence evidence,
            Readings readings,
            SecurityIdentity identity) {
        this.desk = desk;
        this.results = results;
        this.parameters = parameters;
        this.evidence = evidence;
        this.readings = readings;
        this.identity = identity;
    }

    @GET
    @Path("{forecastId}/inputs")
    @PermitAll
    @Operation(
            operationId = "getForecastInputs",
            summary = "What a forecast rests on: polls, baseline, parameters with the source of each",
            description = "It was frozen when the forecast was asked for. Polls that the caller may not read, or no"
                    + " longer, are left out. Polls go in that are samples of voters, national ones by the ordinary"
                    + " question, those of a seat by the question on the constituency if they asked it. Of one that"
                    + " does not tell how many people it asked, 1,000 are taken for granted, of a seat 500; of a"
                    + " national one of which only the first day is known, that it took two more.")
    @APIResponse(responseCode = "200", description = "The inputs")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(
            responseCode = "404",
            description = "There is no such forecast, or not for this caller: the answer is the same")
    public Uni<InputsView> getForecastInputs(@RestPath UUID forecastId) {
        Caller caller = CallerAugmentor.callerOf(identity);
        Run run = desk.find(caller, Run.Kind.FORECAST, forecastId);
        Evidence visible = evidence.to(caller);
        return results.onThisContext(results.inputs(run)
                        .map(frozen -> InputsView.of(
                                run, frozen, parameters.version(frozen.parameters()), pollId -> visible.find(pollId)
                                        .isPresent())))
                .call(view -> readings.keep(caller, "getForecastInputs", visible, shown(view, visible)));
    }

    private static List<RecordedPoll> shown(InputsView view, Evidence visible) {
        return Stream.concat(view.nationalPolls().stream(), view.seatPolls().stream())
                .map(poll -> visible.find(poll.pollId()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** All versions. */
    @Schema(name = "ForecastParameterVersions")
    public record ParameterVersions(
            @Schema(description = "The one that new forecasts take", examples = "1")
            String inForce,

            @Schema(description = "In the order in which they came into force")
            List<ParameterSetView> items) {}

    @GET
    @Path("parameters")
    @PermitAll
    @Operation(
            operationId = "listForecastParameters",
            summary = "What forecasts take for granted, each figure with its source and what it was fitted on")
    @APIResponse(responseCode = "200", description = "All versions")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    public ParameterVersions listForecastParameters() {
        return new ParameterVersions(
                parameters.inForce().version(),
                parameters.versions().stream().map(ParameterSetView::of).toList());
    }
}
