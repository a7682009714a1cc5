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
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.poll.domain.RecordedPoll;
import uk.hustings.polls.reading.domain.Baseline;
import uk.hustings.polls.reading.domain.BaselineSwing;
import uk.hustings.polls.reading.domain.ContactRecall;
import uk.hustings.polls.reading.domain.Localisation;
import uk.hustings.polls.reading.domain.Polled;

/** What each poll of a set says for itself: swing, localisation effect, contact rates. */
@Path("/v1/polls")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Reading polls")
@APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
@APIResponse(
        responseCode = "400",
        description = "A parameter or the cursor cannot be accepted",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
@APIResponse(
        responseCode = "503",
        description = "It cannot be told at the moment which seats are locked",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class PollByPollResource {

    private final SelectedPolls polls;
    private final SecurityIdentity identity;

    PollByPollResource(SelectedPolls polls, SecurityIdentity identity) {
        this.polls = polls;
        this.identity = identity;
    }

    @GET
    @Path("swings")
    @PermitAll
    @Operation(
            operationId = "listPollSwings",
            summary = "Swing of each poll since an election of your choice, with its sampling error",
            description =
                    "Butler swing of the headline shares. Polls of a seat are held against the seat's own result on"
                            + " the same boundaries, by-elections and notional results among them, polls of Great Britain or a"
                            + " region against its result in a general election. A party that did not stand then is held against"
                            + " the one that it continues.")
    @APIResponse(responseCode = "200", description = "A page of polls")
    public Uni<SwingsView> listSwings(
            @BeanParam PollQuery query,
            @BeanParam SetQuery set,
            @RestQuery @Parameter(description = "Id of an election", required = true, example = "ge2010")
                    String baseline,
            @RestQuery
                    @Parameter(
                            description = "Two parties with a comma between them; unless given, the winner of the"
                                    + " election and the strongest other party of the poll that stood in it",
                            example = "con,lab")
                    String parties,
            @RestQuery @Parameter(description = "1 to 200; 50 unless given", example = "50") String limit,
            @RestQuery @Parameter(description = "next of the page before") String cursor) {
        Selection selection = polls.select(CallerAugmentor.callerOf(identity), query, set);
        Baseline since = Baselines.read(selection, baseline, true);
        BaselineSwing.Pair pair = Parameters.pair("parties", parties);
        List<Polled> asked =
                selection.asked().stream().filter(Polled::hasFigures).toList();
        Page<Polled> page = Page.of(
                asked,
                request(limit, cursor, selection.view("swings", since.election().id(), pair)),
                polled -> polled.recorded().pollId() + "." + polled.asked().question());
        List<RecordedPoll> told = Selection.recorded(page.items());
        return polls.tell("listPollSwings", selection, told, () -> SwingsView.of(since, pair, page, selection.seats()));
    }

    @GET
    @Path("localisation")
    @PermitAll
    @Operation(
            operationId = "listPollLocalisation",
            summary = "What changes when people are asked to think of their own constituency",
            description = "Headline shares of the constituency question less those of the ordinary question of the same"
                    + " poll, and the mean of that over the set by party.")
    @APIResponse(responseCode = "200", description = "The means, and a page of polls that asked both")
    @APIResponse(
            responseCode = "409",
            description = "The polls are of different things",
            content =
                    @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
    public Uni<LocalisationView> listLocalisation(
            @BeanParam PollQuery query,
            @BeanParam SetQuery set,
            @RestQuery @Parameter(description = "1 to 200; 50 unless given", example = "50") String limit,
            @RestQuery @Parameter(description = "next of the page before") String cursor) {
        Selection selection = polls.select(CallerAugmentor.callerOf(identity), query, set);
        List<Localisation> all = selection.polls().stream()
                .flatMap(poll -> Localisation.of(poll).stream())
                .toList();
        Page<Localisation> page =
                Page.of(all, request(limit, cursor, selection.view("localisation")), each -> idOf(each.local()));
        return polls.tell(
                "listPollLocalisation",
                selection,
                all.stream().map(each -> each.local().recorded()).toList(),
                () -> LocalisationView.of(all, page, selection.seats()));
    }

    @GET
    @Path("contact-recall")
    @PermitAll
    @Operation(
            operationId = "listContactRecall",
            summary = "Which parties voters remember hearing from, area by area, and who leads",
            description =
                    "From polls that asked it. This is what voters recall, not how many were contacted: coverage and"
                            + " strike rates are counted by the campaign and are other measures.")
    @APIResponse(responseCode = "200", description = "All areas together, and a page of them")
    @APIResponse(
            responseCode = "409",
            description = "The polls are of different things",
            content =
                    @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
    public Uni<ContactRecallView> listContactRecall(
            @BeanParam PollQuery query,
            @BeanParam SetQuery set,
            @RestQuery @Parameter(description = "1 to 200; 50 unless given", example = "50") String limit,
            @RestQuery @Parameter(description = "next of the page before") String cursor) {
        Selection selection = polls.select(CallerAugmentor.callerOf(identity), query, set);
        List<Polled> recalled = Polled.of(selection.polls())
                .filter(polled -> polled.asked().question() == Question.CONTACT_RECALL && polled.hasFigures())
                .toList();
        List<ContactRecall> areas = Polled.latestOfEachArea(recalled).stream()
                .flatMap(polled -> ContactRecall.of(polled).stream())
                .toList();
        Page<ContactRecall> page =
                Page.of(areas, request(limit, cursor, selection.view("contact-recall")), each -> idOf(each.polled()));
        return polls.tell(
                "listContactRecall",
                selection,
                areas.stream().map(area -> area.polled().recorded()).toList(),
                () -> ContactRecallView.of(ContactRecall.summary(areas), areas.size(), page, selection.seats()));
    }

    private static String idOf(Polled polled) {
        return polled.recorded().pollId().toString();
    }

    private static PageRequest request(String limit, String cursor, Object... view) {
        return PageRequest.of(QueryParameter.wholeNumber("limit", limit), cursor, view);
    }
}
