package uk.hustings.campaign.reach;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.campaign.localparty.LocalParty;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/** Which seats a local party can reach. */
@Path("/v1/campaign/local-parties/{localParty}/reach")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reach")
public class LocalPartyReachResource {

    private final ReachReader reader;
    private final SecurityIdentity identity;

    LocalPartyReachResource(ReachReader reader, SecurityIdentity identity) {
        this.reader = reader;
        this.identity = identity;
    }

    @GET
    @PermissionsAllowed("allocation:read")
    @Operation(
            operationId = "listReachOfLocalParty",
            summary = "The seats that a local party can reach, nearest first",
            description =
                    "All seats within the limit but its own: to win, to defend and others. With class, those of this"
                            + " class whose strategy you may read.")
    @APIResponse(responseCode = "200", description = "A page of journeys, with what the times rest on")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    @APIResponse(responseCode = "403", description = "None of your roles covers a seat of this local party")
    @APIResponse(responseCode = "404", description = "No local party has this id, or it was merged into another")
    public ReachPage list(
            @Parameter(example = "city-of-durham") @RestPath String localParty,
            @Parameter(description = "Longest way by road, one way; 0.1 to 12, 1.5 unless given", example = "1.5")
                    @RestQuery
                    String maxHours,
            @Parameter(description = "key, battleground, defensive or non-battleground", example = "key")
                    @RestQuery("class")
                    String battlegroundClass,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        Caller caller = CallerAugmentor.callerOf(identity);
        PageRequest page = PageRequest.of(
                QueryParameter.wholeNumber("limit", limit),
                cursor,
                "reach-of-local-party",
                localParty,
                maxHours,
                battlegroundClass,
                caller.subject());
        String wanted = QueryParameter.oneOf("class", battlegroundClass, classes());
        double limitHours = ReachQuery.hours(maxHours);
        LocalParty party = reader.party(caller, localParty);
        List<ReachView> journeys = reader.of(caller, party, limitHours)
                .filter(view -> wanted == null || wanted.equals(view.battlegroundClass()))
                .toList();
        return ReachPage.of(reader.basis(List.of(party)), Page.of(journeys, page, ReachReader::keyOf));
    }

    private static List<String> classes() {
        return Arrays.stream(BattlegroundClass.values())
                .map(BattlegroundClass::code)
                .toList();
    }
}
