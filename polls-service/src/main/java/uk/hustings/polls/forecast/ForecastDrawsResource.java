package uk.hustings.polls.forecast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.response.PacedBody;
import uk.hustings.api.response.PacedResponses;
import uk.hustings.polls.forecast.domain.LeadDraws;

/**
 * The simulated elections behind a forecast, for services that plan with them. They are drawn again from the inputs of the
 * forecast, seat by seat as they are sent: the same inputs, number and seed give the same bytes.
 */
@Path("/internal/forecasts/{forecastId}/draws")
public class ForecastDrawsResource {

    private static final String MEDIA_TYPE = "application/x-ndjson";
    private static final int USUAL_ELECTIONS = 20_000;
    private static final int MOST_ELECTIONS = 20_000;

    private final CurrentRuns runs;
    private final Results results;
    private final PacedResponses responses;
    private final ObjectMapper json;

    ForecastDrawsResource(CurrentRuns runs, Results results, PacedResponses responses, ObjectMapper json) {
        this.runs = runs;
        this.results = results;
        this.responses = responses;
        this.json = json;
    }

    /** The first line. */
    record Head(UUID forecastId, String inputsHash, String boundarySet, String party, int elections, long seed) {}

    /**
     * The line of a seat in which the party stands, in order of code.
     *
     * @param sharePct expected share of the party, points
     * @param leads over the strongest other party by election, in hundredths of a point: 16 bits each, the low byte first
     */
    record SeatLine(String seatCode, double sharePct, byte[] leads) {}

    /** A {@link Head} and {@link SeatLine}s, each a line of JSON. */
    @GET
    @Produces(MEDIA_TYPE)
    @PermissionsAllowed("feed:follow")
    @Operation(hidden = true)
    public Uni<Response> draws(
            @RestPath UUID forecastId,
            @RestQuery String party,
            @RestQuery String elections,
            @RestQuery String seed,
            RoutingContext context) {
        Run run = runs.get()
                .find(forecastId)
                .filter(found -> found.kind() == Run.Kind.FORECAST)
                .orElseThrow(RunDesk::absent);
        if (run.status() != Run.Status.DONE) {
            throw ProblemType.STATE_CONFLICT
                    .because("There are no draws: this forecast is %s."
                            .formatted(run.status().code()))
                    .with("runStatus", run.status().code());
        }
        String ofParty = QueryParameter.required("party", party);
        int count = within("elections", elections, USUAL_ELECTIONS, MOST_ELECTIONS);
        long drawnFrom = seed == null ? run.seed() : within("seed", seed, 1, Integer.MAX_VALUE);
        return results.onThisContext(results.inputs(run)
                .map(frozen -> LeadDraws.of(frozen.inputs(), ofParty, count, drawnFrom))
                .invoke(draws -> {
                    if (draws.seats() == 0) {
                        throw QueryParameter.refused("party", "party stands in no seat of this forecast");
                    }
                })
                .map(draws -> {
                    Head head = new Head(run.runId(), run.inputsHash(), run.boundarySet(), ofParty, count, drawnFrom);
                    PacedBody body = new PacedBody(lines(head, draws), -1, PacedBody.WINDOW_BYTES + draws.bytes());
                    responses.reserve(context, body);
                    // Were it declared as the result, its writer would be made before the configuration is there.
                    return Response.ok(body).build();
                }));
    }

    private static int within(String name, String text, int usual, int most) {
        Integer number = QueryParameter.wholeNumber(name, text);
        if (number == null) {
            return usual;
        }
        if (number < 1 || number > most) {
            throw QueryParameter.refused(name, "%s must be 1 to %d".formatted(name, most));
        }
        return number;
    }

    private Multi<Buffer> lines(Head head, LeadDraws draws) {
        Multi<Buffer> seats = Multi.createFrom()
                .range(0, draws.seats())
                .onItem()
                .transformToUniAndConcatenate(place -> Uni.createFrom()
                        .item(() -> line(lineOf(draws.seat(place))))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(line(head)), seats);
    }

    private static SeatLine lineOf(LeadDraws.Seat seat) {
        ByteBuffer leads =
                ByteBuffer.allocate(seat.leads().length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        leads.asShortBuffer().put(seat.leads());
        return new SeatLine(seat.seatCode(), seat.sharePct(), leads.array());
    }

    private Buffer line(Object content) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(content)).appendByte((byte) '\n');
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
