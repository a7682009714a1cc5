package uk.hustings.campaign.access;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.access.Reach;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;

/** The rule that locks, for everybody to read whom it can concern, and its versions. */
@Path("/v1/campaign/access/policy")
@Tag(name = "Access policy")
public class PolicyResource {

    private static final String WRITE = "policy:write";

    private final Policies policies;
    private final PolicyDesk desk;
    private final AccessRules rules;
    private final SecurityIdentity identity;
    private final Mutiny.SessionFactory sessions;
    private final DomainClock clock;

    PolicyResource(
            Policies policies,
            PolicyDesk desk,
            AccessRules rules,
            SecurityIdentity identity,
            Mutiny.SessionFactory sessions,
            DomainClock clock) {
        this.policies = policies;
        this.desk = desk;
        this.rules = rules;
        this.identity = identity;
        this.sessions = sessions;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed("policy:read")
    @Operation(operationId = "getAccessPolicy", summary = "The access policy in force")
    @APIResponse(responseCode = "200", description = "The version in force")
    @APIResponse(responseCode = "404", description = "None is in force: the last was withdrawn")
    public Uni<PolicyView> current() {
        Instant now = clock.instant();
        return sessions.withStatelessSession(policies::read).map(record -> {
            Policies.Version inForce = record.inForce(now);
            if (inForce == null) {
                throw ProblemType.NOT_FOUND.because("No access policy is in force: nobody is locked by one.");
            }
            return PolicyView.of(record, inForce, now);
        });
    }

    @GET
    @Path("/versions")
    @PermissionsAllowed("policy:read")
    @Operation(
            operationId = "listAccessPolicyVersions",
            summary = "All versions of the access policy, newest first; drafts are shown to those who may write them")
    @APIResponse(responseCode = "200", description = "A page of versions")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Uni<Page<PolicyView>> list(
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        Caller caller = CallerAugmentor.callerOf(identity);
        Instant now = clock.instant();
        PageRequest page =
                PageRequest.of(QueryParameter.wholeNumber("limit", limit), cursor, "policies", caller.subject());
        return sessions.withStatelessSession(policies::read)
                .map(record -> Page.of(
                        record.versions().stream()
                                .map(version -> PolicyView.of(record, version, now))
                                .filter(version -> sees(caller, version))
                                .toList(),
                        page,
                        version -> Integer.toString(version.version())));
    }

    @GET
    @Path("/versions/{version}")
    @PermissionsAllowed("policy:read")
    @Operation(operationId = "getAccessPolicyVersion", summary = "One version of the access policy")
    @APIResponse(responseCode = "200", description = "The version")
    @APIResponse(responseCode = "404", description = "No version that you may see has this number")
    public Uni<PolicyView> get(@Parameter(example = "1") @RestPath int version) {
        Caller caller = CallerAugmentor.callerOf(identity);
        return sessions.withStatelessSession(policies::read).map(record -> {
            Policies.Version found = record.find(version);
            PolicyView view = found == null ? null : PolicyView.of(record, found, clock.instant());
            if (view == null || !sees(caller, view)) {
                throw PolicyDesk.notFound();
            }
            return view;
        });
    }

    @POST
    @Path("/versions")
    @Idempotent
    @PermissionsAllowed(WRITE)
    @Operation(
            operationId = "draftAccessPolicy",
            summary = "Draft a version of the access policy",
            description = "A draft locks nobody. Simulate it before you activate it.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PolicyView.class)))
    @APIResponse(responseCode = "409", description = "The same key is being worked on")
    @APIResponse(
            responseCode = "422",
            description = "Fields that cannot be accepted, each named; or the key was used for another body",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDocument.class)))
    public Uni<Response> draft(@NotNull @Valid PolicyDraft draft) {
        return desk.draft(CallerAugmentor.callerOf(identity), draft).map(Reply::toResponse);
    }

    @PUT
    @Path("/versions/{version}")
    @PermissionsAllowed(WRITE)
    @Operation(operationId = "changeAccessPolicyDraft", summary = "Replace the rule of a draft")
    @APIResponse(responseCode = "200", description = "The draft as it is now")
    @APIResponse(responseCode = "404", description = "No version has this number")
    @APIResponse(responseCode = "409", description = "This version was activated once, and does not change")
    @APIResponse(responseCode = "412", description = "It has changed since you read it")
    @APIResponse(responseCode = "422", description = "Fields that cannot be accepted, each named")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<PolicyView> change(
            @Parameter(example = "2") @RestPath int version,
            @Parameter(description = "The ETag of the draft that you read", example = "\"0a1b2c3d4e5f60718293a4b5\"")
                    @RestHeader("If-Match")
                    String ifMatch,
            @NotNull @Valid PolicyDraft draft) {
        return desk.change(CallerAugmentor.callerOf(identity), version, draft, ifMatch);
    }

    @POST
    @Path("/versions/{version}/activation")
    @Idempotent
    @PermissionsAllowed(WRITE)
    @Operation(
            operationId = "activateAccessPolicy",
            summary = "Put a draft, or an earlier version again, in force",
            description = "From the moment at which it takes effect, whoever is over its limit in the present week is"
                    + " locked (or given notice), and whoever it does not lock is restored. Simulate it first:"
                    + " the simulation names them.")
    @APIResponse(
            responseCode = "201",
            description = "In force, or scheduled",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PolicyView.class)))
    @APIResponse(responseCode = "404", description = "No version has this number")
    @APIResponse(responseCode = "409", description = "It is active or scheduled already, or would be over by then")
    @APIResponse(
            responseCode = "422",
            description = "Fields that cannot be accepted, each named; or the key was used for another body")
    public Uni<Response> activate(
            @Parameter(example = "2") @RestPath int version, @NotNull @Valid ActivationRequest request) {
        return desk.activate(CallerAugmentor.callerOf(identity), version, request)
                .map(Reply::toResponse);
    }

    @POST
    @Path("/versions/{version}/withdrawal")
    @Idempotent
    @PermissionsAllowed(WRITE)
    @Operation(
            operationId = "withdrawAccessPolicy",
            summary = "Withdraw the version in force, or one that is scheduled",
            description = "Every lock by the policy falls, and nobody is locked by one until a version is activated.")
    @APIResponse(
            responseCode = "201",
            description = "Withdrawn",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PolicyView.class)))
    @APIResponse(responseCode = "404", description = "No version has this number")
    @APIResponse(responseCode = "409", description = "It is neither active nor scheduled")
    @APIResponse(
            responseCode = "422",
            description = "The reason cannot be accepted, or the key was used for another body")
    public Uni<Response> withdraw(@Parameter(example = "2") @RestPath int version, @NotNull @Valid Grounds grounds) {
        return desk.withdraw(CallerAugmentor.callerOf(identity), version, grounds.reason())
                .map(Reply::toResponse);
    }

    private boolean sees(Caller caller, PolicyView version) {
        return !version.stillDraft() || rules.reach(caller, WRITE) == Reach.ALL;
    }
}
