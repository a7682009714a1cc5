package uk.hustings.campaign.effect;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.conditional.Preconditions;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.campaign.access.Grounds;
import uk.hustings.campaign.effect.domain.EffectContext;

/** How much campaign work moves votes, with sources; what plans are computed with. */
@Path(EffectSetService.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Effects")
public class EffectSetResource {

    private static final String READ = "allocation:read";
    private static final String WRITE = "effect:write";

    private static final String EXAMPLE = """
            {"id": "own-trials", "set": {"title": "Our own trials", "context": "local",
             "reason": "The trial of May 2014 is analysed",
             "effects": [{"channel": "doorstep", "unit": "points-per-contact", "outcome": "turnout", "value": 1.8,
                          "standardError": 0.9, "source": "Our own trial of May 2014, 12,000 voters"}]}}
            """;

    private final EffectSets sets;
    private final EffectSetService service;
    private final Preconditions preconditions;
    private final Mutiny.SessionFactory sessions;
    private final SecurityIdentity identity;

    EffectSetResource(
            EffectSets sets,
            EffectSetService service,
            Preconditions preconditions,
            Mutiny.SessionFactory sessions,
            SecurityIdentity identity) {
        this.sets = sets;
        this.service = service;
        this.preconditions = preconditions;
        this.sessions = sessions;
        this.identity = identity;
    }

    @GET
    @PermissionsAllowed(READ)
    @Operation(
            operationId = "listEffectSets",
            summary = "Sets of campaign effects, each in its newest version that is offered",
            description = "Shipped sets first, then others by id.")
    @APIResponse(responseCode = "200", description = "A page of sets")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Uni<Page<EffectSetView>> list(
            @Parameter(description = "general, local or by-election; all unless given", example = "general") @RestQuery
                    String context,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        PageRequest page = PageRequest.of(
                QueryParameter.wholeNumber("limit", limit), cursor, "effect-sets", context, caller().subject());
        String wanted = QueryParameter.oneOf("context", context, EffectContext.codes());
        return sessions.withStatelessSession(sets::all)
                .map(all -> Page.of(newestOffered(all, wanted), page, EffectSetView::id));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(READ)
    @Operation(operationId = "getEffectSet", summary = "A set of campaign effects with all its versions")
    @APIResponse(responseCode = "200", description = "The set")
    @APIResponse(responseCode = "404", description = "No set has this id")
    public Uni<EffectSetDetail> get(@Parameter(example = "cautious") @RestPath String id) {
        return sessions.withStatelessSession(session -> sets.versions(session, id))
                .map(EffectSetDetail::of);
    }

    @GET
    @Path("/{id}/versions/{version}")
    @PermissionsAllowed(READ)
    @Operation(operationId = "getEffectSetVersion", summary = "One version of a set of campaign effects")
    @APIResponse(responseCode = "200", description = "The version, withdrawn or not")
    @APIResponse(responseCode = "404", description = "No set has this id and version")
    public Uni<EffectSetView> getVersion(
            @Parameter(example = "cautious") @RestPath String id, @Parameter(example = "1") @RestPath int version) {
        return sessions.withStatelessSession(session -> sets.find(session, id, version))
                .map(found -> EffectSetView.of(found.orElseThrow(EffectSetService::absent)));
    }

    @POST
    @Idempotent
    @PermissionsAllowed(WRITE)
    @Operation(operationId = "createEffectSet", summary = "Add a set of campaign effects, as version 1")
    @APIResponse(
            responseCode = "201",
            description = "The set as it will stay",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EffectSetView.class)))
    @APIResponse(responseCode = "409", description = "The id is taken, or the same key is being worked on")
    @APIResponse(
            responseCode = "422",
            description = "Fields that cannot be accepted, each named; or the key was used for another body")
    public Uni<Response> create(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = EffectSetOrder.New.class),
                                            examples = @ExampleObject(name = "Own trials", value = EXAMPLE)))
                    @NotNull
                    @Valid
                    EffectSetOrder.New wanted) {
        return service.create(caller(), wanted).map(Reply::toResponse);
    }

    @POST
    @Path("/{id}/versions")
    @Idempotent
    @PermissionsAllowed(WRITE)
    @Operation(
            operationId = "addEffectSetVersion",
            summary = "Add a version to a set of campaign effects",
            description =
                    "Earlier versions stay, and so does what was computed with them. A set has at most 200 versions.")
    @APIResponse(
            responseCode = "201",
            description = "The version as it will stay",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EffectSetView.class)))
    @APIResponse(responseCode = "404", description = "No set has this id")
    @APIResponse(
            responseCode = "409",
            description = "The set is shipped or has 200 versions, or the same key is being worked on")
    @APIResponse(responseCode = "412", description = "It has changed since you read it")
    @APIResponse(
            responseCode = "422",
            description = "Fields that cannot be accepted, each named; or the key was used for another body")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<Response> addVersion(
            @Parameter(example = "own-trials") @RestPath String id,
            @RestHeader("If-Match")
                    @Parameter(
                            description = "The ETag of getEffectSet as you read it",
                            required = true,
                            example = "\"6d1f0c2b9a8e7d5c4b3a2910\"")
                    String ifMatch,
            @NotNull @Valid EffectSetOrder order) {
        return service.addVersion(caller(), id, order, current -> preconditions.require(ifMatch, current))
                .map(Reply::toResponse);
    }

    @POST
    @Path("/{id}/versions/{version}/withdrawal")
    @Idempotent
    @PermissionsAllowed(WRITE)
    @Operation(
            operationId = "withdrawEffectSetVersion",
            summary = "Stop offering a version of a set of campaign effects",
            description =
                    "It can still be read, and what was computed with it stays. The version before is offered again.")
    @APIResponse(
            responseCode = "201",
            description = "Withdrawn",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EffectSetView.class)))
    @APIResponse(responseCode = "404", description = "No set has this id and version")
    @APIResponse(
            responseCode = "409",
            description = "It is shipped or withdrawn already, or the same key is being worked on")
    @APIResponse(
            responseCode = "422",
            description = "The reason cannot be accepted, or the key was used for another body")
    public Uni<Response> withdraw(
            @Parameter(example = "own-trials") @RestPath String id,
            @Parameter(example = "1") @RestPath int version,
            @NotNull @Valid Grounds grounds) {
        return service.withdraw(caller(), id, version, grounds.reason()).map(Reply::toResponse);
    }

    private static List<EffectSetView> newestOffered(List<EffectSetVersion> all, String context) {
        return all.stream()
                .filter(version -> !version.withdrawn())
                .collect(Collectors.groupingBy(version -> version.set().id(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(versions -> EffectSetView.of(versions.get(0)))
                .filter(version -> context == null || context.equals(version.context()))
                .toList();
    }

    private Caller caller() {
        return CallerAugmentor.callerOf(identity);
    }
}
