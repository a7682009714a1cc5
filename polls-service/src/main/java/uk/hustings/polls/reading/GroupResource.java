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
import uk.hustings.polls.reading.GroupsView.Asked;
import uk.hustings.polls.reading.domain.Figures;
import uk.hustings.polls.reading.domain.Grouping;
import uk.hustings.polls.reading.domain.Grouping.Thresholds;

/** Seats by how a party stands in their polls. */
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
public class GroupResource {

    private static final double MOST_POINTS = 100;
    private static final double NARROW = 5;

    private final SelectedPolls polls;
    private final SecurityIdentity identity;

    GroupResource(SelectedPolls polls, SecurityIdentity identity) {
        this.polls = polls;
        this.identity = identity;
    }

    @GET
    @Path("groups")
    @PermitAll
    @Operation(
            operationId = "groupPolls",
            summary = "Seats by how a party stands in the latest poll of each: ahead, tie, narrowly or well behind",
            description =
                    "Of polls of seats only. A seat whose polls give no figure of the party is in no group; what was"
                            + " said of it is told apart.")
    @Parameter(name = "question", in = ParameterIn.QUERY, required = true, example = "constituency")
    @APIResponse(responseCode = "200", description = "The groups with their counts and seats")
    public Uni<GroupsView> groupPolls(
            @BeanParam PollQuery query,
            @BeanParam SetQuery set,
            @RestQuery @Parameter(description = "Party code or other answer", required = true, example = "lab")
                    String party,
            @RestQuery
                    @Parameter(
                            description =
                                    "A lead or deficit of up to so many points is a tie, 0 to 100; 0 unless given",
                            example = "1")
                    String tiePts,
            @RestQuery
                    @Parameter(
                            description = "A larger deficit of up to so many points is narrow, tiePts to 100; 5 unless"
                                    + " given",
                            example = "5")
                    String narrowPts,
            @RestQuery @Parameter(description = Parameters.FIGURES, example = "headline") String figures) {
        Selection selection = polls.select(CallerAugmentor.callerOf(identity), query, set);
        String named = QueryParameter.required("party", Parameters.option("party", party));
        Question question = selection.question();
        Figures as = Parameters.figures(figures);
        Thresholds thresholds = thresholds(tiePts, narrowPts);
        Selection ofSeats = selection.ofSeats();
        return polls.tell(
                "groupPolls",
                selection,
                ofSeats.polls(),
                () -> GroupsView.of(
                        Grouping.of(ofSeats.polls(), ofSeats.asked(), named, as, thresholds),
                        new Asked(named, Codes.codeOf(question), Codes.codeOf(as), thresholds),
                        selection.seats()));
    }

    private static Thresholds thresholds(String tiePts, String narrowPts) {
        Double tie = QueryParameter.decimal("tiePts", tiePts, 0, MOST_POINTS);
        Double narrow = QueryParameter.decimal("narrowPts", narrowPts, tie == null ? 0 : tie, MOST_POINTS);
        double tied = tie == null ? 0 : tie;
        return new Thresholds(tied, narrow == null ? Math.max(NARROW, tied) : narrow);
    }
}
