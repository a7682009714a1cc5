package uk.hustings.polls.average;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.computation.SharedComputations;
import uk.hustings.api.export.CsvFile;
import uk.hustings.api.export.Table;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.polls.average.SeriesView.DayAverage;
import uk.hustings.polls.evidence.InternalEvidence;

/** What national polls say together, worked out once for all who ask. */
@Path("/v1/averages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Averages", description = "What national polls say together")
@APIResponse(
        responseCode = "400",
        description = "A parameter cannot be accepted",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
@APIResponse(
        responseCode = "403",
        description = "The caller's roles do not open averages of internal evidence",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
@APIResponse(
        responseCode = "409",
        description = "Polls of this population cannot be averaged with others",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class AverageResource {

    private static final int USUAL_STEP = 7;
    private static final int LONGEST_STEP = 366;
    private static final int MOST_POINTS = 2000;

    private static final String ABOUT = "Polls of voters of GB or the UK that asked the ordinary question, weighed by"
            + " sample, age and pollster (a Kalman filter with an effect of each pollster), fielded since the"
            + " general election before the day. Models, canvass returns, claims and withdrawn polls are left out.";

    private final Averages averages;
    private final Days days;
    private final InternalEvidence evidence;
    private final SecurityIdentity identity;
    private final SharedComputations computations;

    /** A question, and everything else that its answer depends on. */
    private record Key(Object edition, AverageQuery.Wanted wanted, LocalDate to, LocalDate from, Integer step) {}

    AverageResource(
            Averages averages,
            Days days,
            InternalEvidence evidence,
            SecurityIdentity identity,
            SharedComputations computations) {
        this.averages = averages;
        this.days = days;
        this.evidence = evidence;
        this.identity = identity;
        this.computations = computations;
    }

    @GET
    @Path("national")
    @PermitAll
    @Operation(
            operationId = "getNationalAverage",
            summary = "What national polls say together as of a day, with house effects and intervals",
            description = ABOUT)
    @APIResponse(responseCode = "200", description = "The average")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    public Uni<AverageView> getNationalAverage(
            @BeanParam AverageQuery query,
            @RestQuery
                    @Parameter(
                            description = "End of this day; the domain's today unless given",
                            example = "2015-04-14",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    String asOf) {
        AverageQuery.Wanted wanted = wanted(query);
        LocalDate day = days.read("asOf", asOf);
        return computations.get(
                new Key(averages.edition(wanted.extent()), wanted, day, null, null),
                () -> AverageView.of(wanted, day, averages.around(wanted, day), averages.electionError()),
                AverageView::bytes);
    }

    @GET
    @Path("national/series")
    @PermitAll
    @Operation(
            operationId = "getNationalAverageSeries",
            summary = "What national polls said together from day to day",
            description = ABOUT + " Each point knows only the polls that had ended by then.")
    @APIResponse(responseCode = "200", description = "The averages in order of day")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    public Uni<SeriesView> getNationalAverageSeries(@BeanParam AverageQuery query, @BeanParam Span span) {
        return series(query, span);
    }

    @GET
    @Path("national/series.csv")
    @Produces(Table.MEDIA_TYPE)
    @PermitAll
    @Operation(
            operationId = "exportNationalAverageSeries",
            summary = "The series of national averages as a CSV file",
            description = "A row for each day and party.")
    @APIResponse(responseCode = "200", description = "A header line and a line for each day and party")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    public Uni<CsvFile> exportNationalAverageSeries(@BeanParam AverageQuery query, @BeanParam Span span) {
        return series(query, span).map(series -> SeriesView.TABLE.csv(series::rows));
    }

    /** The days of a series as they are sent. */
    public static class Span {

        @RestQuery
        @Parameter(
                description = "First day; the day after the general election before the last one unless given",
                example = "2015-01-01",
                schema = @Schema(type = SchemaType.STRING, format = "date"))
        String from;

        @RestQuery
        @Parameter(
                description = "Last day; the domain's today unless given",
                example = "2015-04-14",
                schema = @Schema(type = SchemaType.STRING, format = "date"))
        String to;

        @RestQuery
        @Parameter(
                description = "Days from one point to the next, 7 unless given; a series has at most 2,000 points",
                example = "7",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "366"))
        String step;
    }

    private Uni<SeriesView> series(AverageQuery query, Span span) {
        AverageQuery.Wanted wanted = wanted(query);
        LocalDate to = days.read("to", span.to);
        LocalDate from = span.from == null || span.from.isBlank() ? null : days.read("from", span.from);
        int step = step(span.step);
        return computations.get(
                new Key(averages.edition(wanted.extent()), wanted, to, from, step),
                () -> series(wanted, from == null ? start(averages.around(wanted, to), to) : from, to, step),
                SeriesView::bytes);
    }

    private SeriesView series(AverageQuery.Wanted wanted, LocalDate from, LocalDate to, int step) {
        if (from.isAfter(to)) {
            throw QueryParameter.refused("from", "from must not be after to");
        }
        long points = (to.toEpochDay() - from.toEpochDay()) / step + 1;
        if (points > MOST_POINTS) {
            throw QueryParameter.refused(
                    "step", "a series has at most %d points, this one would have %d".formatted(MOST_POINTS, points));
        }
        List<DayAverage> series = new ArrayList<>();
        Averages.Stretch around = averages.around(wanted, from);
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(step)) {
            around = around.holds(day) ? around : averages.around(wanted, day);
            series.add(DayAverage.of(day, around, averages.electionError()));
        }
        return new SeriesView(
                from,
                to,
                step,
                wanted.extent().code(),
                wanted.geographyCode(),
                wanted.populationCode(),
                List.copyOf(series));
    }

    private static LocalDate start(Averages.Stretch stretch, LocalDate to) {
        if (stretch.since() != null) {
            return stretch.since().isBefore(to) ? stretch.since().plusDays(1) : to;
        }
        return stretch.polls().isEmpty() || stretch.polls().get(0).end().isAfter(to)
                ? to
                : stretch.polls().get(0).end();
    }

    private static int step(String text) {
        Integer step = QueryParameter.wholeNumber("step", text);
        if (step != null && (step < 1 || step > LONGEST_STEP)) {
            throw QueryParameter.refused("step", "step must be 1 to %d, was %d".formatted(LONGEST_STEP, step));
        }
        return step == null ? USUAL_STEP : step;
    }

    private AverageQuery.Wanted wanted(AverageQuery query) {
        AverageQuery.Wanted wanted = query.read();
        evidence.refuseUnlessOpenTo(CallerAugmentor.callerOf(identity), wanted.extent());
        return wanted;
    }
}
