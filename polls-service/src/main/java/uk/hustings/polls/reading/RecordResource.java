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
import uk.hustings.polls.reading.domain.Outcomes;
import uk.hustings.polls.reading.domain.TrackRecord;

/** How near the polls of a pollster, or of whoever paid for them, came to the votes that they were about. */
@Path("/v1/polls/records")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Reading polls")
public class RecordResource {

    private final SelectedPolls polls;
    private final SecurityIdentity identity;

    RecordResource(SelectedPolls polls, SecurityIdentity identity) {
        this.polls = polls;
        this.identity = identity;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listPollRecords",
            summary = "How far pollsters, or those who paid them, were from the votes: bias, spread and RMSE",
            description = "Each poll is held against the next vote in its area after the fieldwork: of a seat its next"
                    + " contest, by-elections among them; of Great Britain or a region the next general election; of a"
                    + " party's members the public result of their ballot. Only votes until asOf are known. Every poll"
                    + " counts once: a large sample makes a poll precise, not right.")
    @APIResponse(responseCode = "200", description = "A page of records, and what was left out of them")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(
            responseCode = "400",
            description = "A parameter or the cursor cannot be accepted",
            content =
                    @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(
            responseCode = "409",
            description = "Raw shares are asked for and not known of some of the polls",
            content =
                    @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(
            responseCode = "503",
            description = "It cannot be told at the moment which seats are locked",
            content =
                    @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
    public Uni<RecordsView> listRecords(
            @BeanParam PollQuery query,
            @BeanParam SetQuery set,
            @BeanParam RecordQuery wanted,
            @RestQuery @Parameter(description = "1 to 200; 50 unless given", example = "50") String limit,
            @RestQuery @Parameter(description = "next of the page before") String cursor) {
        Selection selection = polls.select(CallerAugmentor.callerOf(identity), query, set);
        RecordQuery.Asked asked = wanted.read(selection.filter().asOf());
        PageRequest request =
                PageRequest.of(QueryParameter.wholeNumber("limit", limit), cursor, selection.view("records", asked));
        Outcomes outcomes =
                new Outcomes(selection.seats(), Ballots.in(selection.evidence()), asked.asOf(), asked.days());
        TrackRecord.Records records =
                SelectedPolls.orRefuse(() -> TrackRecord.of(selection.asked(), outcomes, asked.terms()));
        Page<TrackRecord> page =
                Page.of(records.records(), request, record -> record.subject().toString());
        // Those left out are told of, too: they are counted.
        List<RecordedPoll> told = Selection.recorded(selection.asked());
        return polls.tell("listPollRecords", selection, told, () -> RecordsView.of(asked, records, page));
    }
}
