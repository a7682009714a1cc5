package uk.hustings.campaign.localparty;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.intake.ImportReceipt;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;

/** Local parties and their seats. */
@Path("/v1/campaign/local-parties")
@Tag(name = "Local parties")
public class LocalPartyResource {

    private final LocalParties parties;
    private final LocalPartyImport imports;
    private final AccessRules rules;
    private final SecurityIdentity identity;
    private final DomainClock clock;

    LocalPartyResource(
            LocalParties parties,
            LocalPartyImport imports,
            AccessRules rules,
            SecurityIdentity identity,
            DomainClock clock) {
        this.parties = parties;
        this.imports = imports;
        this.rules = rules;
        this.identity = identity;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed("local-party:read")
    @Operation(operationId = "listLocalParties", summary = "Local parties that you may see, by name")
    @APIResponse(responseCode = "200", description = "A page of local parties")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Page<LocalParty> list(
            @Parameter(example = "E12000002") @RestQuery String region,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        Caller caller = CallerAugmentor.callerOf(identity);
        Predicate<LocalParty> visible = visibleTo(caller);
        List<LocalParty> found = parties.all().stream()
                .filter(party -> region == null || region.equals(party.region()))
                .filter(visible)
                .toList();
        return Page.of(
                found,
                PageRequest.of(
                        QueryParameter.wholeNumber("limit", limit), cursor, "local-parties", region, caller.subject()),
                LocalParty::localParty);
    }

    @GET
    @Path("/{localParty}")
    @PermissionsAllowed("local-party:read")
    @Operation(operationId = "getLocalParty", summary = "One local party")
    @APIResponse(responseCode = "200", description = "The local party")
    @APIResponse(responseCode = "404", description = "No local party has this id")
    public LocalParty get(@Parameter(example = "crewe-and-nantwich") @RestPath String localParty) {
        LocalParty found = parties.find(localParty)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("No local party has this id."));
        if (!visibleTo(CallerAugmentor.callerOf(identity)).test(found)) {
            throw ProblemType.SEAT_OUT_OF_REACH.because("None of your roles covers a seat of this local party.");
        }
        return found;
    }

    @POST
    @Path("/imports")
    @Consumes("text/csv")
    @Idempotent
    @PermissionsAllowed("local-party:write")
    @Operation(
            operationId = "importLocalParties",
            summary =
                    "Add local parties from CSV: localParty,name,region,seatCodes (space between codes); all or nothing")
    @APIResponse(
            responseCode = "201",
            description = "Recorded, or recorded before with the same content",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportReceipt.class)))
    @APIResponse(
            responseCode = "422",
            description = "Rows at fault, each with its line",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(responseCode = "400", description = "The key is missing, or the body is no CSV file of these columns")
    @APIResponse(
            responseCode = "409",
            description = "Recorded already with other content, or the same key is being worked on")
    public Uni<Response> importAll(String csv) {
        return imports.take(csv).map(Reply::toResponse);
    }

    private Predicate<LocalParty> visibleTo(Caller caller) {
        Predicate<SeatCode> seats = rules.seatsWithin(caller, "local-party:read", clock.instant());
        return party -> party.seatCodes().stream().anyMatch(seats);
    }
}
