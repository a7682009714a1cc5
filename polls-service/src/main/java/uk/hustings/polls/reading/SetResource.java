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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
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
import uk.hustings.polls.poll.PollQuery;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.reading.CorrelationQuery.Of;
import uk.hustings.polls.reading.domain.Baseline;
import uk.hustings.polls.reading.domain.Correlation;
import uk.hustings.polls.reading.domain.Correlation.Pair;
import uk.hustings.polls.reading.domain.Figures;
import uk.hustings.polls.reading.domain.Means;
import uk.hustings.polls.reading.domain.PairedFigures;
import uk.hustings.polls.reading.domain.Polled;

/** Figures that are made of a whole set of polls, and refused where the polls are of different things. */
@Path("/v1/polls")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Reading polls")
@APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
@APIResponse(
        responseCode = "400",
        description = "A parameter cannot be accepted",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
@APIResponse(
        responseCode = "409",
        description = "The polls are of different things, or too few",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
@APIResponse(
        responseCode = "503",
        description = "It cannot be told at the moment which seats are locked",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class SetResource {

    private final SelectedPolls polls;
    private final SecurityIdentity identity;

    SetResource(SelectedPolls polls, SecurityIdentity identity) {
        this.polls = polls;
        this.identity = identity;
    }

    @GET
    @Path("means")
    @PermitAll
    @Operation(
            operationId = "averagePolls",
            summary = "Plain means of the shares over a set of polls, with how far the polls are apart",
            description = "Every poll counts once, however many it asked: this describes a set of polls and estimates"
                    + " nothing. No mean is made of different kinds, populations, geographies or questions.")
    @Parameter(name = "question", in = ParameterIn.QUERY, required = true, example = "constituency")
    @APIResponse(responseCode = "200", description = "The means")
    public Uni<MeansView> averagePolls(
            @BeanParam PollQuery query,
            @BeanParam SetQuery set,
            @RestQuery @Parameter(description = Parameters.LATEST_ONLY, example = "true") String latestOnly,
            @RestQuery @Parameter(description = Parameters.FIGURES, example = "headline") String figures) {
        Selection selection = polls.select(CallerAugmentor.callerOf(identity), query, set);
        Question question = selection.question();
        Figures as = Parameters.figures(figures);
        List<Polled> asked = selection.withFigures(Parameters.flag("latestOnly", latestOnly));
        return polls.tell(
                "averagePolls",
                selection,
                Selection.recorded(asked),
                () -> MeansView.of(Means.of(asked, as), Codes.codeOf(question), Codes.codeOf(as)));
    }

    @GET
    @Path("correlation")
    @PermitAll
    @Operation(
            operationId = "correlatePolls",
            summary = "How far two parties' shares, or changes, go together over a set of polls",
            description = "Pearson's r with its 95% interval by Fisher's transformation, of four polls at least.")
    @Parameter(name = "question", in = ParameterIn.QUERY, required = true, example = "standard")
    @Parameter(name = "geography", in = ParameterIn.QUERY, required = true, example = "seat")
    @Parameter(name = "seat", in = ParameterIn.QUERY, example = "E14000898")
    @Parameter(name = "seats", in = ParameterIn.QUERY, example = "E14000685,E14000898")
    @Parameter(name = "region", in = ParameterIn.QUERY, example = "E12000008")
    @Parameter(name = "client", in = ParameterIn.QUERY, example = "Mail on Sunday")
    @Parameter(name = "fieldworkFrom", in = ParameterIn.QUERY, example = "2010-05-07")
    @APIResponse(responseCode = "200", description = "The correlation with its interval")
    public Uni<CorrelationView> correlatePolls(
            @BeanParam PollQuery query,
            @BeanParam SetQuery set,
            @BeanParam CorrelationQuery wanted,
            @RestQuery @Parameter(description = Parameters.LATEST_ONLY, example = "false") String latestOnly) {
        Selection selection = polls.select(CallerAugmentor.callerOf(identity), query, set);
        String question = Codes.codeOf(selection.question());
        QueryParameter.required("geography", selection.filter().geography());
        PairedFigures pair = wanted.pair();
        Of of = wanted.of();
        Baseline since = Baselines.read(selection, wanted.baseline, of == Of.BASELINE_CHANGES);
        List<Polled> asked = selection.withFigures(Parameters.flag("latestOnly", latestOnly));
        List<Polled> used = of == Of.WAVE_CHANGES ? selection.earlier() : asked;
        return polls.tell("correlatePolls", selection, Selection.recorded(used), () -> {
            List<Pair> pairs =
                    switch (of) {
                        case SHARES -> pair.shares(asked);
                        case WAVE_CHANGES -> pair.sincePreviousWave(selection.earlier(), asked);
                        case BASELINE_CHANGES -> pair.sinceBaseline(asked, since);
                    };
            String election = of == Of.BASELINE_CHANGES ? since.election().id() : null;
            return CorrelationView.of(Correlation.of(pairs), pairs, pair, question, Codes.codeOf(of), election);
        });
    }
}
