package uk.hustings.campaign.strategy;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/** What every seat means to the campaign. Private: one sees the seats that one's roles reach. */
@Path("/v1/campaign/strategy/seats")
@Tag(name = "Strategy")
public class StrategyResource {

    private static final Comparator<Standing> NEAREST_FIRST = Comparator.comparing(
                    Standing::rank, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Standing::name)
            .thenComparing(Standing::seatCode);

    private final Seats seats;
    private final Strategy strategy;
    private final AccessRules rules;
    private final SecurityIdentity identity;
    private final DomainClock clock;

    StrategyResource(Seats seats, Strategy strategy, AccessRules rules, SecurityIdentity identity, DomainClock clock) {
        this.seats = seats;
        this.strategy = strategy;
        this.rules = rules;
        this.identity = identity;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed("strategy:read")
    @Operation(
            operationId = "listSeatStrategies",
            summary = "Seats with their battleground class, nearest target first")
    @APIResponse(responseCode = "200", description = "A page of seats")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Page<SeatStrategy> list(
            @Parameter(example = "key") @RestQuery("class") String battlegroundClass,
            @Parameter(example = "E12000002") @RestQuery String region,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        BattlegroundClass wanted = battlegroundClass == null ? null : parseClass(battlegroundClass);
        Caller caller = CallerAugmentor.callerOf(identity);
        Predicate<SeatCode> visible = rules.seatsWithin(caller, "strategy:read", clock.instant());
        List<Standing> found = seats.all().stream()
                .filter(seat -> region == null || region.equals(seat.regionCode()))
                .filter(seat -> wanted == null || strategy.classOf(seat) == wanted)
                .filter(seat -> visible.test(seat.seatCode()))
                .sorted(NEAREST_FIRST)
                .toList();
        PageRequest page = PageRequest.of(
                QueryParameter.wholeNumber("limit", limit),
                cursor,
                "strategy",
                battlegroundClass,
                region,
                caller.subject());
        return Page.of(found, page, seat -> seat.seatCode().value())
                .map(seat -> SeatStrategy.of(seat, strategy.classOf(seat)));
    }

    @GET
    @Path("/{seatCode}")
    @PermissionsAllowed("strategy:read")
    @Operation(operationId = "getSeatStrategy", summary = "One seat with its battleground class")
    @APIResponse(responseCode = "200", description = "The seat")
    @APIResponse(responseCode = "404", description = "No seat has this code")
    public SeatStrategy get(@RestPath SeatCode seatCode) {
        Standing seat = seats.get(seatCode);
        rules.decide(CallerAugmentor.callerOf(identity), "strategy:read", seatCode, clock.instant())
                .orRefuse();
        return SeatStrategy.of(seat, strategy.classOf(seat));
    }

    private static BattlegroundClass parseClass(String code) {
        return BattlegroundClass.fromCode(code).orElseThrow(() -> ProblemType.INVALID_PARAMETER
                .because("class must be key, battleground, defensive or non-battleground, was \"%s\"".formatted(code))
                .with("parameter", "class"));
    }
}
