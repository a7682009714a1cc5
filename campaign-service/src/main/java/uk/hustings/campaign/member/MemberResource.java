package uk.hustings.campaign.member;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.access.Caller;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.ProblemDocument;

/** The people of a local party. */
@Path("/v1/campaign/local-parties/{localParty}/members")
@Tag(name = "Local parties")
@APIResponse(
        responseCode = "403",
        description = "Your roles do not cover this local party, or you would add yourself",
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

    private final MemberDesk desk;
    private final InvitationService invitations;
    private final LocalPartyReach reach;

    MemberResource(MemberDesk desk, InvitationService invitations, LocalPartyReach reach) {
        this.desk = desk;
        this.invitations = invitations;
        this.reach = reach;
    }

    @GET
    @PermissionsAllowed(PERMISSION)
    @Operation(
            operationId = "listMembers",
            summary = "The people of a local party and the names that are invited to it",
            description =
                    "By name. An invited name is listed until it is accepted or withdrawn or expires, whether or not"
                            + " there is such an account and whatever it has answered.")
    @APIResponse(responseCode = "200", description = "A page of members and invited names")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Uni<Page<Member>> list(
            @Parameter(example = "exeter") @RestPath String localParty,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        reach.require(PERMISSION, localParty);
        PageRequest page = PageRequest.of(QueryParameter.wholeNumber("limit", limit), cursor, "members", localParty);
        return desk.list(localParty)
                .map(members -> Page.of(members, page, member -> member.status() + ' ' + member.account()));
    }

    @GET
    @Path("/{account}")
    @PermissionsAllowed(PERMISSION)
    @Operation(operationId = "getMember", summary = "One member of a local party")
    @APIResponse(responseCode = "200", description = "The member")
    public Uni<Member> get(
            @Parameter(example = "exeter") @RestPath String localParty,
            @Parameter(example = "exeter-organiser") @RestPath String account) {
        reach.require(PERMISSION, localParty);
        return desk.get(localParty, AccountName.of(account));
    }

    @PUT
    @Path("/{account}")
    @PermissionsAllowed(PERMISSION)
    @Operation(
            operationId = "putMember",
            summary = "Add an account to a local party, or invite it",
            description =
                    "Headquarters adds at once. A regional organiser invites: the answer is the same for every name,"
                            + " whether or not there is such an account and wherever it belongs. The account accepts or declines"
                            + " within 14 days; GET /v1/campaign/access/me shows it the invitation. Up to 100 invitations of a"
                            + " local party are open at a time. Done again, it changes nothing. Nobody adds themselves, and"
                            + " nobody is given the key this way.")
    @APIResponse(
            responseCode = "200",
            description = "Headquarters: the account is a member; a new token will say so",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Member.class)))
    @APIResponse(
            responseCode = "202",
            description = "A region: the name is invited",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Invitation.class)))
    @APIResponse(responseCode = "400", description = "The name of the account cannot be one")
    @APIResponse(
            responseCode = "409",
            description = "Headquarters: the account belongs to another local party or has wider roles. A region: 100"
                    + " invitations are open already")
    @APIResponse(responseCode = "422", description = "Fields that cannot be accepted, each named")
    public Uni<Response> put(
            @Parameter(example = "exeter") @RestPath String localParty,
            @Parameter(example = "exeter-organiser") @RestPath String account,
            @NotNull @Valid MembershipOrder order) {
        Caller caller = reach.require(PERMISSION, localParty);
        order.refuseKey(localParty);
        AccountName name = AccountName.of(account);
        if (name.isOf(caller)) {
            throw MemberDesk.addsOneself();
        }
        return reach.coversAll(PERMISSION)
                ? desk.add(
                                caller,
                                localParty,
                                name,
                                order.reason(),
                                order.takesKey(),
                                other -> reach.covers(PERMISSION, other))
                        .map(member -> Response.ok(member).build())
                : invitations
                        .invite(caller, localParty, name, order.reason())
                        .map(invitation -> Response.accepted(invitation).build());
    }

    @DELETE
    @Path("/{account}")
    @ResponseStatus(204)
    @PermissionsAllowed(PERMISSION)
    @Operation(
            operationId = "removeMember",
            summary = "Remove an account from a local party",
            description =
                    "It is shut out at once, whatever its tokens still say. Invitations and key requests of before"
                            + " end with it.")
    @APIResponse(responseCode = "204", description = "The account is no longer a member")
    @APIResponse(responseCode = "400", description = "The reason is missing or too long")
    public Uni<Void> remove(
            @Parameter(example = "exeter") @RestPath String localParty,
            @Parameter(example = "exeter-organiser") @RestPath String account,
            @Parameter(description = ChangeReason.PARAMETER, example = "Has moved to another seat") @RestQuery
                    String reason) {
        Caller caller = reach.require(PERMISSION, localParty);
        return desk.remove(caller, localParty, AccountName.of(account), ChangeReason.required(reason));
    }

    @DELETE
    @Path("/{account}/key")
    @ResponseStatus(204)
    @PermissionsAllowed(PERMISSION)
    @Operation(
            operationId = "takeKey",
            summary = "Take the key from a member",
            description = "It takes effect with the next token, within five minutes. Done again, it changes nothing.")
    @APIResponse(responseCode = "204", description = "The member holds no key")
    @APIResponse(responseCode = "400", description = "The reason is missing or too long")
    public Uni<Void> takeKey(
            @Parameter(example = "exeter") @RestPath String localParty,
            @Parameter(example = "exeter-organiser") @RestPath String account,
            @Parameter(description = ChangeReason.PARAMETER, example = "Has handed the key back") @RestQuery
                    String reason) {
        Caller caller = reach.require(PERMISSION, localParty);
        return desk.takeKey(caller, localParty, AccountName.of(account), ChangeReason.required(reason));
    }
}
