package uk.hustings.polls.evidence;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.polls.evidence.Readings.ReadingFilter;

/** Who read what is not public. */
@Path("/v1/polls/readings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Polls")
public class ReadingResource {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** What a database can compare with. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2999;

    private final Readings readings;

    ReadingResource(Readings readings) {
        this.readings = readings;
    }

    @GET
    @PermissionsAllowed("poll:read-log")
    @Operation(
            operationId = "listPollReadings",
            summary = "List who was shown which poll that was not public, the latest first",
            description =
                    "Each answer that shows such a poll is kept before it goes out: single polls, histories, lists,"
                            + " exports and whatever is made of them. Counts show none.")
    @APIResponse(responseCode = "200", description = "A page of readings")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    @APIResponse(responseCode = "403", description = "The caller's roles do not allow this")
    public Uni<Page<Reading>> listPollReadings(
            @RestQuery @Parameter(description = "Id of a poll", example = "0198b7a4-6c1e-7d52-9a38-5f0c2b7e4d11")
                    String poll,
            @RestQuery @Parameter(description = "Account that read", example = "6f1c2a9e-1f0b-4c57-8a53-2f0d3c1b7e44")
                    String reader,
            @RestQuery
                    @Parameter(
                            description = "Read on that day or later",
                            example = "2015-04-14",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    String from,
            @RestQuery
                    @Parameter(
                            description = "Read on that day or earlier",
                            example = "2015-04-14",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    String to,
            @RestQuery
                    @Parameter(
                            description = "1 to 200, 50 if absent",
                            example = "50",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
                    String limit,
            @RestQuery @Parameter(description = "next of the page before") String cursor) {
        ReadingFilter filter = new ReadingFilter(pollId(poll), reader(reader), day("from", from), day("to", to));
        QueryParameter.refuseBefore("to", filter.to(), "from", filter.from());
        PageRequest page = PageRequest.of(QueryParameter.wholeNumber("limit", limit), cursor, "readings", filter);
        return readings.find(filter, page)
                .map(rows ->
                        Page.ofRows(rows, page, reading -> reading.readingId().toString()));
    }

    private static UUID pollId(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!ID.matcher(text.strip()).matches()) {
            throw QueryParameter.refused("poll", "poll must be the id of a poll");
        }
        return UUID.fromString(text.strip());
    }

    private static String reader(String text) {
        if (text != null && CONTROL.matcher(text).find()) {
            throw QueryParameter.refused("reader", "reader must be text without control characters");
        }
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static LocalDate day(String name, String text) {
        LocalDate day = QueryParameter.date(name, text);
        if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
            throw QueryParameter.refused(
                    name, "%s must be of the years %d to %d".formatted(name, FIRST_YEAR, LAST_YEAR));
        }
        return day;
    }
}
