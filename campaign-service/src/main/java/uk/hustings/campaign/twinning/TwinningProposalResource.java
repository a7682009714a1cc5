package uk.hustings.campaign.twinning;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.campaign.access.Grounds;
import uk.hustings.campaign.reach.Journeys;

/** Who could help where, and who is asked to. The donor is of the caller's region, the target may lie anywhere. */
@Path("/v1/campaign/twinnings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Twinning")
@APIResponse(
        responseCode = "403",
        description = "The caller's roles do not allow this, or do not reach the donor",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class TwinningProposalResource {

    private static final String LOCKED = "locked";
    private static final String NON_BATTLEGROUND = "non-battleground";

    private static final int MOST_TARGETS = 20;
    private static final int TARGETS = 3;

    private final TwinningDesk desk;
    private final Suggestions suggestions;
    private final SecurityIdentity identity;

    TwinningProposalResource(TwinningDesk desk, Suggestions suggestions, SecurityIdentity identity) {
        this.desk = desk;
        this.suggestions = suggestions;
        this.identity = identity;
    }

    @GET
    @Path("/suggestions")
    @PermissionsAllowed("twinning:propose")
    @Operation(
            operationId = "suggestTwinnings",
            summary = "The nearest seats to win or to defend for local parties that could help, by the donor's name",
            description = "Of one donor, or of every local party in your reach that is locked out of a seat or has only"
                    + " non-battleground seats, and is not asked anywhere yet. Nearest first, then by rank; our own seats"
                    + " that are to be defended have no rank. Travel as listReach has it. Nothing is"
                    + " written: send what you like of it to proposeTwinnings.")
    @APIResponse(responseCode = "200", description = "A page of donors, each with targets")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Uni<Page<TwinningSuggestion>> suggest(
            @Parameter(description = "One local party; all that could help unless given", example = "exeter") @RestQuery
                    String donor,
            @Parameter(description = "GSS code of the donors' region", example = "E12000009") @RestQuery String region,
            @Parameter(
                            description = "locked: only donors that are locked out of a seat; non-battleground, unless"
                                    + " given: those with only non-battleground seats as well",
                            example = "non-battleground")
                    @RestQuery
                    String of,
            @Parameter(description = "Longest way by road, one way; 0.1 to 12, 1.5 unless given", example = "1.5")
                    @RestQuery
                    String maxTravelHours,
            @Parameter(description = "Targets for each donor; 1 to 20, 3 unless given", example = "3") @RestQuery
                    String targets,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        Caller caller = caller();
        PageRequest page = PageRequest.of(
                QueryParameter.wholeNumber("limit", limit),
                cursor,
                "twinning-suggestions",
                donor,
                region,
                of,
                maxTravelHours,
                targets,
                caller.subject());
        String which = QueryParameter.oneOf("of", of, List.of(LOCKED, NON_BATTLEGROUND));
        Double hours = QueryParameter.decimal(
                "maxTravelHours", maxTravelHours, Journeys.SHORTEST_HOURS, Journeys.LONGEST_HOURS);
        Suggestions.Asked asked = new Suggestions.Asked(
                donor,
                region,
                LOCKED.equals(which),
                Optional.ofNullable(hours).orElse(Journeys.USUAL_HOURS),
                targetsOf(targets));
        return suggestions.of(caller, asked).map(all -> Page.of(all, page, TwinningSuggestion::donor));
    }

    @POST
    @Idempotent
    @PermissionsAllowed("twinning:propose")
    @Operation(operationId = "proposeTwinning", summary = "Ask a local party to help in a target seat for a while")
    @APIResponse(
            responseCode = "201",
            description = "Proposed; the donor answers",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TwinningView.Proposed.class)))
    @APIResponse(
            responseCode = "409",
            description = "The same is proposed already and not answered, or the same key is being worked on")
    @APIResponse(
            responseCode = "422",
            description = "Fields that cannot be accepted, each named; or the key was used for another body")
    public Uni<Response> propose(@NotNull @Valid TwinningProposal proposal) {
        return desk.propose(caller(), proposal).map(Reply::toResponse);
    }

    @POST
    @Path("/proposals")
    @Idempotent
    @PermissionsAllowed("twinning:propose")
    @Operation(
            operationId = "proposeTwinnings",
            summary = "Ask several local parties at once, at most 200; all are asked or none")
    @APIResponse(
            responseCode = "201",
            description = "Proposed; the donors answer",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TwinningView.AllProposed.class)))
    @APIResponse(
            responseCode = "409",
            description = "One of them is proposed already and not answered, or the same key is being worked on")
    @APIResponse(
            responseCode = "422",
            description = "Fields that cannot be accepted, each named; or the key was used for another body")
    public Uni<Response> proposeSeveral(@NotNull @Valid TwinningProposal.Several several) {
        return desk.propose(caller(), several.proposals()).map(Reply::toResponse);
    }

    @POST
    @Path("/{twinningId}/recall")
    @Idempotent
    @PermissionsAllowed("twinning:propose")
    @Operation(
            operationId = "recallTwinning",
            summary = "End a twinning of a donor in your reach, answered or not",
            description = "The donor's role in the target seat goes with the last twinning that granted it.")
    @APIResponse(
            responseCode = "200",
            description = "Ended",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TwinningView.class)))
    @APIResponse(responseCode = "404", description = "No twinning that you may see has this id")
    @APIResponse(responseCode = "409", description = "It was refused or has ended, or the same key is being worked on")
    @APIResponse(
            responseCode = "422",
            description = "The reason cannot be accepted, or the key was used for another body")
    public Uni<Response> recall(@RestPath UUID twinningId, @NotNull @Valid Grounds grounds) {
        return desk.recall(caller(), twinningId, grounds.reason()).map(Reply::toResponse);
    }

    private static int targetsOf(String text) {
        Integer wanted = QueryParameter.wholeNumber("targets", text);
        if (wanted != null && (wanted < 1 || wanted > MOST_TARGETS)) {
            throw QueryParameter.refused("targets", "targets must be 1 to %d, was %d".formatted(MOST_TARGETS, wanted));
        }
        return wanted == null ? TARGETS : wanted;
    }

    private Caller caller() {
        return CallerAugmentor.callerOf(identity);
    }
}
