package uk.hustings.polls.forecast;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
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
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.page.Page;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.polls.forecast.domain.Backtest;

/** Forecasts of elections that have been held, against what happened. */
@Path("/v1/forecasts/backtests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Backtests", description = "Forecasts held against what happened")
public class BacktestResource {

    private final BacktestDesk backtests;
    private final RunDesk desk;
    private final Results results;
    private final SecurityIdentity identity;

    BacktestResource(BacktestDesk backtests, RunDesk desk, Results results, SecurityIdentity identity) {
        this.backtests = backtests;
        this.desk = desk;
        this.results = results;
        this.identity = identity;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("forecast:run")
    @Operation(
            operationId = "runBacktest",
            summary = "Ask how a forecast of an election that has been held would have done, beside what people use",
            description =
                    "The forecast is made from what was known by the day. The outcome serves for scores only and is"
                            + " frozen apart: inputsHash does not depend on it.")
    @APIResponse(
            responseCode = "202",
            description = "It is lined up; Location tells where it can be read",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RunView.class)))
    @APIResponse(responseCode = "400", description = "The body cannot be read, or the Idempotency-Key is missing")
    @APIResponse(responseCode = "403", description = "The caller's roles do not allow this")
    @APIResponse(responseCode = "409", description = "The same request is still being worked on")
    @APIResponse(responseCode = "422", description = "Some of what was sent cannot be accepted")
    public Uni<Response> runBacktest(@NotNull BacktestOrder order) {
        return backtests.order(caller(), order).map(Reply::toResponse);
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listBacktests",
            summary = "List backtests, whatever their status, the newest request first",
            description = "Backtests of internal evidence are there for those who may read them.")
    @APIResponse(responseCode = "200", description = "A page of backtests")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Page<RunView> listBacktests(
            @RestQuery @Parameter(description = "public or internal; both unless given", example = "public")
                    String evidence,
            @RestQuery @Parameter(description = "queued, running, done, failed or cancelled", example = "done")
                    String status,
            @RestQuery
                    @Parameter(
                            description = "Only backtests as of this day",
                            example = "2015-05-06",
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
                        desk.visible(caller(), Run.Kind.BACKTEST),
                        QueryParameter.wholeNumber("limit", limit),
                        cursor,
                        "backtests");
    }

    @GET
    @Path("{backtestId}")
    @PermitAll
    @Operation(
            operationId = "getBacktest",
            summary = "A backtest: where it stands and, when it is done, how the forecast and its peers did")
    @APIResponse(responseCode = "200", description = "The backtest")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(
            responseCode = "404",
            description = "There is no such backtest, or not for this caller: the answer is the same")
    public Uni<BacktestView> getBacktest(@RestPath UUID backtestId) {
        Run run = desk.find(caller(), Run.Kind.BACKTEST, backtestId);
        return run.status() == Run.Status.DONE
                ? results.of(run, Backtest.class)
                        .map(backtest -> new BacktestView(RunView.of(run), BacktestView.Table.of(backtest)))
                : Uni.createFrom().item(new BacktestView(RunView.of(run), null));
    }

    @POST
    @Path("{backtestId}/cancellation")
    @Idempotent
    @PermissionsAllowed("forecast:run")
    @Operation(operationId = "cancelBacktest", summary = "End a backtest that is not done")
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
            description = "There is no such backtest, or not for this caller: the answer is the same")
    @APIResponse(responseCode = "409", description = "It is over already, or the same request is still being worked on")
    @APIResponse(responseCode = "422", description = "Some of what was sent cannot be accepted")
    public Uni<Response> cancelBacktest(@RestPath UUID backtestId, @Valid @NotNull CancellationOrder order) {
        return desk.cancel(caller(), Run.Kind.BACKTEST, backtestId, order).map(Reply::toResponse);
    }

    private Caller caller() {
        return CallerAugmentor.callerOf(identity);
    }
}
