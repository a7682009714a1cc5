package uk.hustings.campaign.reach;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.export.Table;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.spool.SpooledBody;
import uk.hustings.api.text.domain.Characters;
import uk.hustings.campaign.access.Grounds;

/** Travel times from a road planner. */
@Path("/v1/campaign/reach/imports")
@Tag(name = "Reach")
public class TravelImportResource {

    private static final int MOST_CHARACTERS = 300;

    private static final String CSV = """
            from,to,minutes,kilometres
            city-of-durham,E14000569,24,19.5
            E14000641,E14001061,78,108.4
            """;

    private final TravelImport imports;
    private final TravelVersions versions;
    private final Mutiny.SessionFactory sessions;
    private final SecurityIdentity identity;

    TravelImportResource(
            TravelImport imports, TravelVersions versions, Mutiny.SessionFactory sessions, SecurityIdentity identity) {
        this.imports = imports;
        this.versions = versions;
        this.sessions = sessions;
        this.identity = identity;
    }

    @POST
    @Consumes(Table.MEDIA_TYPE)
    @Produces(MediaType.APPLICATION_JSON)
    @Idempotent
    @PermissionsAllowed("effect:write")
    @Operation(
            operationId = "importTravelTimes",
            summary = "Replace all travel times by those of a CSV file: from,to,minutes,kilometres; all or nothing",
            description =
                    "from is the id of a local party or the code of a seat, to the code of a seat; one way. A local party"
                            + " sets out from where it is or from the nearest of its seats. A pair that the file does not have cannot"
                            + " be reached. Each import is a version; earlier ones are kept. 422,500 rows at the most, 0 to 1,440"
                            + " minutes and 0 to 2,000 kilometres.")
    @APIResponse(
            responseCode = "201",
            description = "Imported, and in force",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TravelImportReceipt.class)))
    @APIResponse(
            responseCode = "400",
            description = "The key or the source is missing, or the body is no CSV file of these columns")
    @APIResponse(responseCode = "409", description = "The same key is being worked on")
    @APIResponse(responseCode = "413", description = "The file has more than 64 MiB or 422,500 rows")
    @APIResponse(responseCode = "422", description = "Rows at fault, each with its line")
    public Uni<Response> importTimes(
            @Parameter(
                            description = "Where the times are from, in words; 1 to 300 characters",
                            required = true,
                            example = "OpenRouteService")
                    @RestQuery
                    String source,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = Table.MEDIA_TYPE,
                                            schema = @Schema(implementation = String.class),
                                            examples = @ExampleObject(name = "From Durham", value = CSV)))
                    SpooledBody csv) {
        return imports.take(caller(), named(source), csv).map(Reply::toResponse);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("allocation:read")
    @Operation(operationId = "listTravelImports", summary = "Imports of travel times, newest first")
    @APIResponse(responseCode = "200", description = "A page of imports")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Uni<Page<TravelVersionView>> list(
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        PageRequest page = PageRequest.of(
                QueryParameter.wholeNumber("limit", limit), cursor, "travel-imports", caller().subject());
        Integer before = page.afterAs(Integer::valueOf);
        return sessions.withStatelessSession(session -> versions.list(session, before, page.limit() + 1))
                .map(rows -> Page.ofRows(rows, page, version -> Integer.toString(version.version())));
    }

    @POST
    @Path("/{version}/withdrawal")
    @Produces(MediaType.APPLICATION_JSON)
    @Idempotent
    @PermissionsAllowed("effect:write")
    @Operation(
            operationId = "withdrawTravelImport",
            summary = "Take back an import of travel times",
            description =
                    "The newest import that is not withdrawn is in force again; the great circle if there is none.")
    @APIResponse(
            responseCode = "201",
            description = "Withdrawn",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TravelVersionView.class)))
    @APIResponse(responseCode = "404", description = "No import has this version")
    @APIResponse(responseCode = "409", description = "It is withdrawn already, or the same key is being worked on")
    @APIResponse(
            responseCode = "422",
            description = "The reason cannot be accepted, or the key was used for another body")
    public Uni<Response> withdraw(@Parameter(example = "3") @RestPath int version, @NotNull @Valid Grounds grounds) {
        return imports.withdraw(caller(), version, grounds.reason()).map(Reply::toResponse);
    }

    private Caller caller() {
        return CallerAugmentor.callerOf(identity);
    }

    private static String named(String source) {
        String text = QueryParameter.required("source", Characters.stripped(source));
        if (!Characters.isPlain(text) || !Characters.isStorable(text) || Characters.count(text) > MOST_CHARACTERS) {
            throw QueryParameter.refused(
                    "source", "source must be one line of at most %d characters".formatted(MOST_CHARACTERS));
        }
        return text;
    }
}
