package uk.hustings.polls.forecast;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.page.Page;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.polls.evidence.Extent;
import uk.hustings.polls.forecast.domain.Forecast;
import uk.hustings.polls.seatref.Places;
import uk.hustings.polls.seatref.Seats;

/** Forecasts as runs: asked for, followed, read when done. */
@Path("/v1/forecasts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Forecasts", description = "How an election may end, seat by seat")
public class ForecastResource {

    private final RunDesk desk;
    private final CurrentRuns runs;
    private final Results results;
    private final Seats seats;
    private final SecurityIdentity identity;

    ForecastResource(RunDesk desk, CurrentRuns runs, Results results, Seats seats, SecurityIdentity identity) {
        this.desk = desk;
        this.runs = runs;
        this.results = results;
        this.seats = seats;
        this.identity = identity;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("forecast:run")
    @Operation(
            operationId = "runForecast",
            summary = "Ask for a forecast",
            description =
                    "What it is made from is frozen now: the polls, the results of the general election before and the"
                            + " parameters. A public forecast rests on public evidence alone, whoever asks. Follow it"
                            + " at the Location; the same inputs, elections and seed give the same result.")
    @APIResponse(
            responseCode = "202",
            description = "It is lined up; Location tells where it can be followed and read",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RunView.class)))
    @APIResponse(responseCode = "400", description = "The body cannot be read, or the Idempotency-Key is missing")
    @APIResponse(responseCode = "403", description = "The caller's roles do not allow this")
    @APIResponse(responseCode = "409", description = "The same request is still being worked on")
    @APIResponse(responseCode = "422", description = "Some of what was sent cannot be accepted")
    public Uni<Response> runForecast(ForecastOrder order) {
        return desk.order(caller(), order == null ? ForecastOrder.USUAL : order).map(Reply::toResponse);
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listForecasts",
            summary = "List forecasts, whatever their status, the newest request first",
            description = "Forecasts from internal evidence are there for those who may read them.")
    @APIResponse(responseCode = "200", description = "A page of forecasts")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Page<RunView> listForecasts(
            @RestQuery @Parameter(description = "public or internal; both unless given", example = "public")
                    String evidence,
            @RestQuery @Parameter(description = "queued, running, done, failed or cancelled", example = "done")
                    String status,
            @RestQuery
                    @Parameter(
                            description = "Only forecasts as of this day",
                            example = "2015-04-14",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    String asOf,
            @RestQuery
                    @Parameter(
                            description = "1 to 200, 50 if absent",
                            example = "50",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
                    String limit,
            @RestQuery @Parameter(description = "next of the page before") String cursor) {
        return RunFilter.read(evidence, status, asOf)
                .page(
                        desk.visible(caller(), Run.Kind.FORECAST),
                        QueryParameter.wholeNumber("limit", limit),
                        cursor,
                        "forecasts");
    }

    @GET
    @Path("latest")
    @PermitAll
    @Operation(
            operationId = "getLatestForecast",
            summary = "The forecast of the latest day that is done",
            description = "Of several as of one day the one that was finished last.")
    @APIResponse(responseCode = "200", description = "The forecast")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(responseCode = "400", description = "A parameter cannot be accepted")
    @APIResponse(responseCode = "404", description = "There is none, or none for this caller: the answer is the same")
    public Uni<ForecastView> getLatestForecast(
            @RestQuery @Parameter(description = "public unless given, or internal", example = "public") String evidence,
            @RestQuery
                    @Parameter(
                            description = "Only forecasts on this boundary set; on any unless given",
                            example = "2010")
                    String boundarySet,
            @RestQuery
                    @Parameter(
                            description = "Only forecasts as of this day or earlier",
                            example = "2015-05-07",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    String asOf) {
        Extent extent = Extent.of(QueryParameter.oneOf("evidence", evidence, Extent.CODES));
        String set = new Places(seats.book()).boundarySet(boundarySet);
        LocalDate day = QueryParameter.date("asOf", asOf);
        Run run = runs.get().latest(extent, set, day).orElseThrow(RunDesk::absent);
        return view(desk.find(caller(), Run.Kind.FORECAST, run.runId()));
    }

    @GET
    @Path("{forecastId}")
    @PermitAll
    @Operation(
            operationId = "getForecast",
            summary = "A forecast: where it stands and, when it is done, who may win how many seats")
    @APIResponse(responseCode = "200", description = "The forecast")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(
            responseCode = "404",
            description = "There is no such forecast, or not for this caller: the answer is the same")
    public Uni<ForecastView> getForecast(@RestPath UUID forecastId) {
        return view(desk.find(caller(), Run.Kind.FORECAST, forecastId));
    }

    @POST
    @Path("{forecastId}/cancellation")
    @Idempotent
    @PermissionsAllowed("forecast:run")
    @Operation(operationId = "cancelForecast", summary = "End a forecast that is not done")
    @APIResponse(
            responseCode = "200",
            description = "Nobody works on it any more",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Cancelled.class)))
    @APIResponse(responseCode = "400", description = "The body cannot be read, or the Idempotency-Key is missing")
    @APIResponse(responseCode = "403", description = "The caller's roles do not allow this")
    @APIResponse(
            responseCode = "404",
            description = "There is no such forecast, or not for this caller: the answer is the same")
    @APIResponse(responseCode = "409", description = "It is over already, or the same request is still being worked on")
    @APIResponse(responseCode = "422", description = "Some of what was sent cannot be accepted")
    public Uni<Response> cancelForecast(@RestPath UUID forecastId, @Valid @NotNull CancellationOrder order) {
        return desk.cancel(caller(), Run.Kind.FORECAST, forecastId, order).map(Reply::toResponse);
    }

    @GET
    @Path("{forecastId}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(
            operationId = "followForecast",
            summary = "Where a forecast stands, as a stream of events",
            description =
                    "One at once, one with each change and one every few seconds; the stream ends when the forecast is over.")
    @APIResponse(
            responseCode = "200",
            description = "Each event is a run, as the list tells it",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such forecast, or not for this caller: the answer is the same")
    public Multi<RunView> followForecast(@RestPath UUID forecastId) {
        desk.find(caller(), Run.Kind.FORECAST, forecastId);
        return Multi.createBy()
                .merging()
                .streams(Multi.createFrom().item("now"), runs.signals())
                .map(signal -> runs.get().find(forecastId).orElseThrow())
                .onItem()
                .transformToIterable(run ->
                        run.isOver() ? List.of(Optional.of(run), Optional.<Run>empty()) : List.of(Optional.of(run)))
                .select()
                .first(Optional::isPresent)
                .map(run -> RunView.of(run.orElseThrow()));
    }

    private Uni<ForecastView> view(Run run) {
        return run.status() == Run.Status.DONE
                ? results.of(run, Forecast.class)
                        .map(forecast -> new ForecastView(
                                RunView.of(run), ForecastView.Summary.of(forecast, run.boundarySet(), seats.book())))
                : Uni.createFrom().item(new ForecastView(RunView.of(run), null));
    }

    private Caller caller() {
        return CallerAugmentor.callerOf(identity);
    }
}
