package uk.hustings.polls.reading;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.polls.poll.PollQuery;
import uk.hustings.polls.poll.domain.RecordedPoll;
import uk.hustings.polls.reading.domain.Figures;
import uk.hustings.polls.reading.domain.Polled;
import uk.hustings.polls.reading.domain.Series;
import uk.hustings.polls.reading.domain.Trend;
import uk.hustings.polls.reading.domain.Wave;

/** The same question put again and again: what changed from poll to poll, and where it is going. */
@Path("/v1/polls")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Reading polls", description = "What polls say when they are held against each other and against votes")
@APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
@APIResponse(
        responseCode = "400",
        description = "A parameter or the cursor cannot be accepted",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
@APIResponse(
        responseCode = "503",
        description = "It cannot be told at the moment which seats are locked",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class WaveResource {

    /** A poll in its series. */
    private record Place(Series series, int place) {

        Polled polled() {
            return series.polls().get(place);
        }
    }

    private final SelectedPolls polls;
    private final SecurityIdentity identity;

    WaveResource(SelectedPolls polls, SecurityIdentity identity) {
        this.polls = polls;
        this.identity = identity;
    }

    @GET
    @Path("waves")
    @PermitAll
    @Operation(
            operationId = "listPollWaves",
            summary = "Polls in series, each with what has changed since the wave before",
            description =
                    "A wave is a poll of the same pollster, kind, population, area and question. Series come by area,"
                            + " question and pollster, the waves of each by fieldwork; polls without a pollster, a day or figures"
                            + " follow nothing and are left out. A wave before fieldworkFrom is not listed but compared with.")
    @APIResponse(responseCode = "200", description = "A page of waves")
    public Uni<Page<WaveView>> listWaves(
            @BeanParam PollQuery query,
            @BeanParam SetQuery set,
            @RestQuery
                    @Parameter(
                            description =
                                    "Whose lead is told; unless given, whoever is ahead in a series' last" + " wave",
                            example = "ld")
                    String party,
            @RestQuery @Parameter(description = Parameters.FIGURES, example = "headline") String figures,
            @RestQuery @Parameter(description = "1 to 200; 50 unless given", example = "50") String limit,
            @RestQuery @Parameter(description = "next of the page before") String cursor) {
        Selection selection = polls.select(CallerAugmentor.callerOf(identity), query, set);
        String named = Parameters.option("party", party);
        Figures as = Parameters.figures(figures);
        PageRequest request =
                PageRequest.of(QueryParameter.wholeNumber("limit", limit), cursor, selection.view("waves", named, as));
        Set<Polled> wanted = new HashSet<>(selection.asked());
        List<Place> places = Series.of(selection.earlier()).stream()
                .flatMap(
                        series -> IntStream.range(0, series.polls().size()).mapToObj(place -> new Place(series, place)))
                .filter(place -> wanted.contains(place.polled()))
                .toList();
        Page<Wave> page = Page.of(places, request, place -> keyOf(place.polled()))
                .map(place -> place.series.wave(place.place, named, as));
        List<RecordedPoll> told = page.items().stream()
                .flatMap(wave -> Stream.of(wave, wave.previous()))
                .filter(wave -> wave != null)
                .map(wave -> wave.polled().recorded())
                .distinct()
                .toList();
        return polls.tell(
                "listPollWaves", selection, told, () -> page.map(wave -> WaveView.of(wave, selection.seats())));
    }

    @GET
    @Path("trends")
    @PermitAll
    @Operation(
            operationId = "listPollTrends",
            summary = "Where the figures of series are going, over all their waves",
            description =
                    "With the filters of the list. Series of a single wave have no trend: if there is no other, the"
                            + " answer is a refusal with the reason.")
    @Parameter(name = "seat", in = ParameterIn.QUERY, example = "E14000685")
    @Parameter(name = "seats", in = ParameterIn.QUERY, example = "E14000685,E14000898")
    @Parameter(name = "region", in = ParameterIn.QUERY, example = "E12000008")
    @Parameter(name = "question", in = ParameterIn.QUERY, example = "standard")
    @APIResponse(responseCode = "200", description = "A page of trends, by area, question and pollster")
    @APIResponse(responseCode = "409", description = "Every question was asked once only")
    public Uni<Page<TrendView>> listTrends(
            @BeanParam PollQuery query,
            @BeanParam SetQuery set,
            @RestQuery
                    @Parameter(
                            description =
                                    "Whose lead is told; unless given, whoever is ahead in a series' last" + " wave",
                            example = "ld")
                    String party,
            @RestQuery @Parameter(description = Parameters.FIGURES, example = "headline") String figures,
            @RestQuery @Parameter(description = "1 to 200; 50 unless given", example = "50") String limit,
            @RestQuery @Parameter(description = "next of the page before") String cursor) {
        Selection selection = polls.select(CallerAugmentor.callerOf(identity), query, set);
        String named = Parameters.option("party", party);
        Figures as = Parameters.figures(figures);
        PageRequest request =
                PageRequest.of(QueryParameter.wholeNumber("limit", limit), cursor, selection.view("trends", named, as));
        List<Series> series = SelectedPolls.orRefuse(() -> Trend.seriesWith(Series.of(selection.asked())));
        Page<Trend> page =
                Page.of(series, request, each -> keyOf(each.polls().get(0))).map(each -> Trend.of(each, named, as));
        List<RecordedPoll> told = page.items().stream()
                .flatMap(trend -> trend.waves().stream())
                .map(wave -> wave.polled().recorded())
                .distinct()
                .toList();
        return polls.tell(
                "listPollTrends", selection, told, () -> page.map(trend -> TrendView.of(trend, selection.seats())));
    }

    private static String keyOf(Polled polled) {
        return polled.recorded().pollId() + "." + polled.asked().question();
    }
}
