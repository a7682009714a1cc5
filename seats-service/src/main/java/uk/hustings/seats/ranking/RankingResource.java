package uk.hustings.seats.ranking;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.seats.facts.CurrentFacts;
import uk.hustings.seats.facts.FactsQuery;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.ranking.domain.Measure;
import uk.hustings.seats.ranking.domain.RankedSeat;
import uk.hustings.seats.ranking.domain.Ranking;
import uk.hustings.seats.ranking.domain.Side;

@Path("/v1/rankings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rankings")
public class RankingResource {

    private final CurrentFacts current;
    private final FactsQuery query;

    RankingResource(CurrentFacts current, FactsQuery query) {
        this.current = current;
        this.query = query;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listRankings",
            summary = "Seats in the order in which a party could win or lose them",
            description = "Challenger: every seat that the party does not hold, by the swing required on its latest "
                    + "result; seats that it did not contest come last, without a rank. Holder: its own seats, the "
                    + "weakest first.")
    @APIResponse(responseCode = "200", description = "One page of the ranking")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    @APIResponse(
            responseCode = "400",
            description = "A parameter cannot be accepted",
            content =
                    @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
    public Page<RankingView> list(
            @Parameter(required = true, description = "Code of the party that looks", example = "lab") @RestQuery
                    String party,
            @Parameter(description = "End of this day; today unless given", example = "2015-04-14") @RestQuery
                    String asOf,
            @Parameter(description = "challenger (unless given) or holder", example = "challenger") @RestQuery
                    String side,
            @Parameter(description = "points (unless given) or votes", example = "points") @RestQuery String by,
            @Parameter(description = "GSS code of a region; ranks stay those over all seats", example = "E12000002")
                    @RestQuery
                    String region,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        Facts facts = current.get();
        String looking = QueryParameter.required("party", query.party("party", facts, party));
        LocalDate day = query.asOf(asOf);
        Side from = oneOf("side", side, Side.CHALLENGER);
        Measure measure = oneOf("by", by, Measure.POINTS);
        String within = query.region(facts, region);
        PageRequest request = PageRequest.of(
                QueryParameter.wholeNumber("limit", limit), cursor, "rankings", looking, day, from, measure, within);
        List<RankedSeat> ranking = Ranking.of(facts.standings(day), looking, from, measure).stream()
                .filter(ranked ->
                        within == null || ranked.standing().seat().regionCode().equals(within))
                .toList();
        return Page.of(
                        ranking,
                        request,
                        ranked -> ranked.standing().seat().code().value())
                .map(RankingView::of);
    }

    private static <E extends Enum<E>> E oneOf(String name, String text, E otherwise) {
        Class<E> type = otherwise.getDeclaringClass();
        List<String> codes = List.of(type.getEnumConstants()).stream()
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        String code = QueryParameter.oneOf(name, text, codes);
        return code == null ? otherwise : Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
    }
}
