package uk.hustings.polls.forecast;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
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
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.export.CsvFile;
import uk.hustings.api.export.Table;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.polls.forecast.domain.Forecast;
import uk.hustings.polls.seatref.Seats;
import uk.hustings.polls.seatref.domain.SeatBook;

/** What a forecast says of its seats. */
@Path("/v1/forecasts/{forecastId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Forecasts")
@APIResponse(
        responseCode = "404",
        description = "There is no such forecast or seat, or not for this caller: the answer is the same",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
@APIResponse(
        responseCode = "409",
        description = "The forecast has no result, or not yet",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class ForecastSeatResource {

    private final RunDesk desk;
    private final Results results;
    private final Seats seats;
    private final SecurityIdentity identity;

    ForecastSeatResource(RunDesk desk, Results results, Seats seats, SecurityIdentity identity) {
        this.desk = desk;
        this.results = results;
        this.seats = seats;
        this.identity = identity;
    }

    @GET
    @Path("seats")
    @PermitAll
    @Operation(operationId = "listForecastSeats", summary = "What a forecast says of each seat")
    @APIResponse(responseCode = "200", description = "A page of seats")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Uni<Page<SeatForecastView>> listForecastSeats(
            @RestPath UUID forecastId,
            @BeanParam SeatQuery query,
            @RestQuery
                    @Parameter(
                            description = "1 to 200, 50 if absent",
                            example = "50",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
                    String limit,
            @RestQuery @Parameter(description = "next of the page before") String cursor) {
        SeatQuery.Wanted wanted = query.read();
        PageRequest page =
                PageRequest.of(QueryParameter.wholeNumber("limit", limit), cursor, "forecastSeats", forecastId, wanted);
        return found(forecastId, wanted).map(all -> Page.of(all, page, SeatForecastView::seatCode));
    }

    @GET
    @Path("seats.csv")
    @Produces(Table.MEDIA_TYPE)
    @PermitAll
    @Operation(operationId = "exportForecastSeats", summary = "What a forecast says of each seat, as a CSV file")
    @APIResponse(responseCode = "200", description = "A header line and a line for each seat")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(responseCode = "400", description = "A parameter cannot be accepted")
    public Uni<CsvFile> exportForecastSeats(@RestPath UUID forecastId, @BeanParam SeatQuery query) {
        return found(forecastId, query.read()).map(SeatTable::csv);
    }

    @GET
    @Path("seats/{seatCode}")
    @PermitAll
    @Operation(operationId = "getForecastSeat", summary = "What a forecast says of one seat")
    @APIResponse(responseCode = "200", description = "The seat")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    public Uni<SeatForecastView> getForecastSeat(
            @RestPath UUID forecastId, @Parameter(example = "E14000653") @RestPath SeatCode seatCode) {
        Run run = run(forecastId);
        SeatBook book = seats.book();
        return results.of(run, Forecast.class).map(forecast -> forecast.seats().stream()
                .filter(seat -> seat.seat().equals(seatCode.value()))
                .findFirst()
                .map(seat -> SeatForecastView.of(seat, run.boundarySet(), book))
                .orElseThrow(RunDesk::absent));
    }

    private Uni<List<SeatForecastView>> found(UUID forecastId, SeatQuery.Wanted wanted) {
        Run run = run(forecastId);
        SeatBook book = seats.book();
        return results.of(run, Forecast.class).map(forecast -> forecast.seats().stream()
                .map(seat -> SeatForecastView.of(seat, run.boundarySet(), book))
                .filter(wanted::admits)
                .sorted(wanted.order())
                .toList());
    }

    private Run run(UUID forecastId) {
        return desk.findDone(CallerAugmentor.callerOf(identity), Run.Kind.FORECAST, forecastId);
    }
}
