package uk.hustings.campaign.member;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.access.Ruling;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.localparty.LocalParty;

/** The people of a local party. */
@Path("/v1/campaign/local-parties/{localParty}/members")
@Tag(name = "Local parties")
@APIResponse(
        responseCode = "403",
        description = "Your roles do not cover this local party",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(implementation = ProblemDocument.class)))
@APIResponse(
        responseCode = "404",
        description = "There is no such local party, account or member",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(implementation = ProblemDocument.class)))
@APIResponse(
        responseCode = "503",
        description = "Keycloak cannot be asked at the moment; the detail says what has been done so far",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(implementation = ProblemDocument.class)))
public class MemberResource {

    private static final String PERMISSION = "member:write";
    private static final int LONGEST_REASON = 1000;

    private final MemberDesk desk;
    private final LocalParties parties;
    private final AccessRules rules;
    private final SecurityIdentity identity;
    private final DomainClock clock;

    MemberResource(
            MemberDesk desk, LocalParties parties, AccessRules rules, SecurityIdentity identity, DomainClock clock) {
        this.desk = desk;
        this.parties = parties;
        this.rules = rules;
        this.identity = identity;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed(PERMISSION)
    @Operation(
            operationId = "listMembers",
            summary = "The people of a local party, by the name under which they log in")
    @APIResponse(responseCode = "200", description = "A page of members")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Uni<Page<Member>> list(
            @Parameter(example = "exeter") @RestPath String localParty,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        authorise(localParty);
        PageRequest page = PageRequest.of(QueryParameter.wholeNumber("limit", limit), cursor, "members", localParty);
        return desk.list(localParty).map(members -> Page.of(members, page, Member::account));
    }

    @GET
    @Path("/{account}")
    @PermissionsAllowed(PERMISSION)
    @Operation(operationId = "getMember", summary = "One member of a local party")
    @APIResponse(responseCode = "200", description = "The member")
    public Uni<Member> get(
            @Parameter(example = "exeter") @RestPath String localParty,
            @Parameter(example = "exeter-organiser") @RestPath String account) {
        authorise(localParty);
        return desk.get(localParty, account);
    }

    @PUT
    @Path("/{account}")
    @PermissionsAllowed(PERMISSION)
    @Operation(
            operationId = "putMember",
            summary = "Make an account a member of a local party, with or without the keys",
            description = "Done again, it changes nothing. An account belongs to one local party at a time.")
    @APIResponse(responseCode = "200", description = "The account is a member; a new token will say so")
    @APIResponse(responseCode = "409", description = "The account belongs to another local party")
    @APIResponse(responseCode = "422", description = "Fields that cannot be accepted, each named")
    public Uni<Member> put(
            @Parameter(example = "exeter") @RestPath String localParty,
            @Parameter(example = "exeter-organiser") @RestPath String account,
            @NotNull @Valid MembershipOrder order) {
        Caller caller = authorise(localParty);
        return desk.put(caller, localParty, account, order, other -> mayManage(caller, other));
    }

    @DELETE
    @Path("/{account}")
    @ResponseStatus(204)
    @PermissionsAllowed(PERMISSION)
    @Operation(
            operationId = "removeMember",
            summary = "Remove an account from a local party",
            description = "It is shut out at once, whatever its tokens still say.")
    @APIResponse(responseCode = "204", description = "The account is no longer a member")
    @APIResponse(responseCode = "400", description = "The reason is missing or too long")
    public Uni<Void> remove(
            @Parameter(example = "exeter") @RestPath String localParty,
            @Parameter(example = "exeter-organiser") @RestPath String account,
            @Parameter(description = "Why, in up to 1,000 characters", example = "Has moved to another seat") @RestQuery
                    String reason) {
        Caller caller = authorise(localParty);
        String why = QueryParameter.required("reason", reason).strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw QueryParameter.refused("reason", "reason must have 1 to 1000 characters");
        }
        return desk.remove(caller, localParty, account, why);
    }

    /** Who may not manage the local party's people learns nothing about them. */
    private Caller authorise(String localParty) {
        Caller caller = CallerAugmentor.callerOf(identity);
        LocalParty found = parties.find(localParty)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("No local party has this id."));
        ruling(caller, found).orRefuse();
        return caller;
    }

    private boolean mayManage(Caller caller, String localParty) {
        return parties.find(localParty)
                .filter(party -> ruling(caller, party).granted())
                .isPresent();
    }

    /** All seats of the local party must be within reach; one that has none any more is headquarters' alone. */
    private Ruling ruling(Caller caller, LocalParty party) {
        Ruling ruling = party.seatCodes().isEmpty() ? rules.decideEverywhere(caller, PERMISSION) : null;
        for (SeatCode seat : party.seatCodes()) {
            ruling = rules.decide(caller, PERMISSION, seat, clock.instant());
            if (!ruling.granted()) {
                return ruling;
            }
        }
        return ruling;
    }
}
