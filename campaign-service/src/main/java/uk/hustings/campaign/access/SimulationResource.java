package uk.hustings.campaign.access;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.domain.WorkValue;
import uk.hustings.campaign.contact.domain.IsoWeek;

/** What a policy would have done, before anybody switches it on. */
@Path("/v1/campaign/access/policy/versions/{version}/simulation")
@Tag(name = "Access policy")
public class SimulationResource {

    private static final int USUAL_WEEKS = 4;
    private static final int MOST_WEEKS = 53;

    private final Simulations simulations;
    private final DomainClock clock;

    SimulationResource(Simulations simulations, DomainClock clock) {
        this.simulations = simulations;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed("policy:write")
    @Operation(
            operationId = "simulateAccessPolicy",
            summary = "Whom a version of the policy would have warned and locked in a time that is past",
            description =
                    "From the recorded weeks, whole ISO weeks, with the classes that the seats have today; exemptions"
                            + " and notice are left out. With a forecast it says what moving the hours beyond the limit to the"
                            + " nearest target would gain and cost, in seats to be expected. And it names everybody whom"
                            + " activating it now would lock or restore at once.")
    @APIResponse(responseCode = "200", description = "What would have been")
    @APIResponse(responseCode = "400", description = "A parameter cannot be accepted")
    @APIResponse(responseCode = "404", description = "No version has this number")
    public Uni<SimulationView> simulate(
            @Parameter(example = "1") @RestPath int version,
            @Parameter(
                            description = "In the first week; three weeks before the last unless given",
                            example = "2015-03-23")
                    @RestQuery
                    String from,
            @Parameter(description = "In the last week; today unless given", example = "2015-04-14") @RestQuery
                    String to,
            @Parameter(
                            description = "Contacts that one activist makes in an hour, 1 to 100; 10 unless given",
                            example = "10")
                    @RestQuery
                    String contactsPerHour,
            @Parameter(description = "Longest way to a target in hours, 0 to 12; 1 unless given", example = "1")
                    @RestQuery
                    String reachHours) {
        LocalDate today = clock.today();
        LocalDate last = Optional.ofNullable(QueryParameter.date("to", to)).orElse(today);
        if (last.isAfter(today)) {
            throw QueryParameter.refused("to", "to must not lie in the future; today is " + today);
        }
        LocalDate first =
                Optional.ofNullable(QueryParameter.date("from", from)).orElse(last.minusWeeks(USUAL_WEEKS - 1L));
        QueryParameter.refuseBefore("to", last, "from", first);
        if (first.isBefore(last.minusWeeks(MOST_WEEKS))) {
            throw QueryParameter.refused("from", "from must lie within %d weeks of to".formatted(MOST_WEEKS));
        }
        Double pace = QueryParameter.decimal("contactsPerHour", contactsPerHour, 1, 100);
        Double reach = QueryParameter.decimal("reachHours", reachHours, 0, 12);
        return simulations.run(new Simulations.Question(
                version,
                IsoWeek.of(first),
                IsoWeek.of(last),
                pace == null ? WorkValue.USUAL_CONTACTS_PER_HOUR : pace,
                reach == null ? 1 : reach));
    }
}
