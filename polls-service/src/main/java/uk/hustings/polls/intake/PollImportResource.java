package uk.hustings.polls.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.export.Table;
import uk.hustings.api.idempotency.Idempotent;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.spool.SpooledBody;
import uk.hustings.polls.seatref.domain.SeatBook;
import uk.hustings.polls.stated.StatedPoll;

/** Polls in bulk. */
@Path("/v1/polls")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Polls")
@APIResponse(
        responseCode = "201",
        description = "What the import did",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = PollImportReceipt.class)))
@APIResponse(responseCode = "400", description = "The body cannot be read, or the Idempotency-Key is missing")
@APIResponse(responseCode = "403", description = "The caller's roles do not allow this")
@APIResponse(
        responseCode = "409",
        description = "A poll is recorded with other figures, or the same request is still being worked on")
@APIResponse(responseCode = "413", description = "The body has more than 64 MiB or more than 20,000 questions")
@APIResponse(responseCode = "422", description = "Some of what was sent cannot be accepted; each fault is named")
public class PollImportResource {

    /** Questions that one import may bring. */
    static final int MOST_QUESTIONS = 20_000;

    /** The body as the document tells it; what comes is read poll by poll. */
    @Schema(name = "StatedPolls", requiredProperties = "polls")
    record StatedPolls(@Schema(description = "At least one") List<StatedPoll> polls) {}

    private static final String JSON = """
            {"polls": [{"pollster": "Lord Ashcroft", "population": "adults", "seatCode": "E14000653",
              "fieldworkStart": "2015-04-02", "fieldworkEnd": "2015-04-09", "visibility": "public",
              "questions": [{"question": "constituency", "weightedBase": 586, "sharesPct": [
                {"option": "con", "pct": 37.9}, {"option": "lab", "pct": 41.6}, {"option": "ld", "pct": 3.9},
                {"option": "green", "pct": 1.5}, {"option": "ukip", "pct": 13.7}, {"option": "other", "pct": 1.4}]}]}]}
            """;

    private static final String CSV = """
            pollster,client,population,question,seatCode,fieldworkStart,fieldworkEnd,visibility,sampleSize,weightedBase,conPct,labPct,ldPct,greenPct,ukipPct,otherPct
            Lord Ashcroft,,adults,constituency,E14000653,2015-04-02,2015-04-09,public,,586,37.9,41.6,3.9,1.5,13.7,1.4
            """;

    private static final String RULES =
            " A poll without a visibility is private. Shares of a question must add up to 98 to"
                    + " 102. The same figures again change nothing, a further question is added to its poll, and other figures for"
                    + " what is recorded are refused: correctPoll mends a poll. All of it is taken or nothing, 20,000 questions at"
                    + " the most.";

    private final PollIntake intake;
    private final ObjectMapper json;
    private final SecurityIdentity identity;

    PollImportResource(PollIntake intake, ObjectMapper json, SecurityIdentity identity) {
        this.intake = intake;
        this.json = json;
        this.identity = identity;
    }

    @POST
    @Path("imports")
    @Idempotent
    @PermissionsAllowed("poll:write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importPolls",
            summary = "Import polls, all or nothing",
            description =
                    "Polls that agree in kind, pollster, client, population, area and days of fieldwork are one poll,"
                            + " wherever they stand." + RULES)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StatedPolls.class),
                            examples = @ExampleObject(name = "Crewe and Nantwich, April 2015", value = JSON)))
    public Uni<Response> importPolls(SpooledBody polls) {
        return take(
                polls,
                (body, seats, today) -> ListOfPolls.read(json, body, seats, today, MOST_QUESTIONS),
                "importPolls");
    }

    @POST
    @Path("imports.csv")
    @Idempotent
    @PermissionsAllowed("poll:write")
    @Consumes(Table.MEDIA_TYPE)
    @Operation(
            operationId = "importPollsCsv",
            summary = "Import polls from CSV, all or nothing",
            description =
                    "One row per question of a poll; rows that agree in kind, pollster, client, population, area and days"
                            + " of fieldwork are one poll, wherever they stand. Every answer has a column of its own, <option>Pct."
                            + " Columns that must be there: pollster, client, population, question, fieldworkStart, fieldworkEnd,"
                            + " visibility, sampleSize; their cells may be empty where something is not known. Further columns:"
                            + " kind, geography, seatCode, boundarySet, regionCode, clientInterest, bpcMember, mode,"
                            + " pollWeightedBase, weighting, tablesUrl, source, basis, dontKnowPct, wouldNotVotePct, refusedPct,"
                            + " unweightedBase, weightedBase, embargoedUntil; speaker, statement and statementOption for what was"
                            + " said without figures, in a row that may have no question. They mean what they mean in importPolls;"
                            + " pollWeightedBase is the poll's weightedBase." + RULES)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Table.MEDIA_TYPE,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "Crewe and Nantwich, April 2015", value = CSV)))
    public Uni<Response> importPollsCsv(SpooledBody csv) {
        return take(csv, PollImportResource::sheet, "importPollsCsv");
    }

    private Uni<Response> take(SpooledBody body, PollIntake.Form form, String operation) {
        return intake.take(body, form, CallerAugmentor.callerOf(identity), operation)
                .map(Reply::toResponse);
    }

    private static Batch sheet(InputStream body, SeatBook seats, LocalDate today) {
        return SheetOfPolls.read(body, seats, today, MOST_QUESTIONS);
    }
}
