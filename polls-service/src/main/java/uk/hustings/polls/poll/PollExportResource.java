package uk.hustings.polls.poll;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.export.CsvFile;
import uk.hustings.api.export.Table;

/** Polls as a file. */
@Path("/v1/polls.csv")
@Tag(name = "Polls")
public class PollExportResource {

    private final PollDesk desk;
    private final SecurityIdentity identity;

    PollExportResource(PollDesk desk, SecurityIdentity identity) {
        this.desk = desk;
        this.identity = identity;
    }

    @GET
    @Produces(Table.MEDIA_TYPE)
    @PermitAll
    @Operation(
            operationId = "exportPolls",
            summary = "The list of polls as a CSV file, whole",
            description =
                    "A row for each question, in the form that importPollsCsv reads. Holds what the list would show to"
                            + " the same caller.")
    @APIResponse(responseCode = "200", description = "A header line and a line for each question")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(responseCode = "400", description = "A parameter cannot be accepted")
    @APIResponse(responseCode = "503", description = "It cannot be told at the moment which seats are locked")
    public Uni<CsvFile> exportPolls(
            @BeanParam PollQuery query,
            @RestQuery @Parameter(description = PollOrder.DESCRIPTION, example = "-lead") String sort) {
        return desk.export(CallerAugmentor.callerOf(identity), query, sort);
    }
}
