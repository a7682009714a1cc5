package uk.hustings.seats.ranking;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.export.CsvFile;
import uk.hustings.api.export.Table;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemDocument;
import uk.hustings.seats.facts.CurrentFacts;
import uk.hustings.seats.facts.DatedPage;
import uk.hustings.seats.facts.FactsQuery;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.ranking.domain.Comparison;
import uk.hustings.seats.ranking.domain.Move;
import uk.hustings.seats.seat.SeatFilter;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rankings")
@APIResponse(
        responseCode = "400",
        description = "A parameter or the cursor cannot be accepted",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
public class RankingResource {

    /** How many of a ranking are compared unless the query says otherwise: as many as were key or battleground in 2015. */
    private static final int DEFAULT_TOP = 106;

    private static final int MOST_TOP = 1000;

    private final CurrentFacts current;
    private final FactsQuery query;
    private final RankingList list;

    RankingResource(CurrentFacts current, FactsQuery query, RankingList list) {
        this.current = current;
        this.query = query;
        this.list = list;
    }

    @GET
    @Path("rankings")
    @PermitAll
    @Operation(
            operationId = "listRankings",
            summary = "Seats in the order in which a party could win or lose them",
            description = "Challenger: every seat that the party does not hold, by the swing required on its latest "
                    + "result; seats that it did not contest come last, without a rank. Holder: its own seats, the "
                    + "weakest first.")
    @APIResponse(responseCode = "200", description = "One page of the ranking")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    public DatedPage<RankingView> list(
            @BeanParam SeatFilter filter,
            @BeanParam RankingList.Query wanted,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        return list.find(filter, wanted)
                .page("rankings", QueryParameter.wholeNumber("limit", limit), cursor, RankingView::of);
    }

    @GET
    @Path("rankings.csv")
    @Produces(Table.MEDIA_TYPE)
    @PermitAll
    @Operation(operationId = "exportRankings", summary = "A ranking as a CSV file, whole")
    @APIResponse(responseCode = "200", description = "A header line and a line for each seat")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    public CsvFile csv(@BeanParam SeatFilter filter, @BeanParam RankingList.Query wanted) {
        return list.find(filter, wanted).csv(RankingView.TABLE, RankingView::of);
    }

    @GET
    @Path("rankings/comparison")
    @PermitAll
    @Operation(
            operationId = "compareRankings",
            summary = "What entered, left and moved in a challenger's ranking between two days, and why")
    @APIResponse(responseCode = "200", description = "One page, by the later rank; seats that left come last")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer that If-None-Match names")
    public DatedPage<MoveView> compare(
            @Parameter(required = true, description = "Code of the party that looks", example = "lab") @RestQuery
                    String party,
            @Parameter(required = true, description = "End of this day", example = "2010-05-31") @RestQuery String from,
            @Parameter(description = "End of this day; today unless given", example = "2015-04-14") @RestQuery
                    String to,
            @Parameter(description = "Only so many of each ranking, 1 to 1000; 106 unless given", example = "106")
                    @RestQuery
                    String top,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        Facts facts = current.get();
        String looking = QueryParameter.required("party", query.party("party", facts, party));
        LocalDate earlier = query.day("from", facts, QueryParameter.required("from", from));
        LocalDate later = query.day("to", facts, to);
        int compared = top(QueryParameter.wholeNumber("top", top));
        QueryParameter.refuseBefore("to", later, "from", earlier);
        String boundarySet = query.boundarySet(facts, null, later);
        if (boundarySet == null || !boundarySet.equals(query.boundarySet(facts, null, earlier))) {
            throw QueryParameter.refused("from", "from and to must lie in the time of one boundary set");
        }
        List<Move> moves = Comparison.of(
                facts.standings(boundarySet, earlier), facts.standings(boundarySet, later), looking, compared);
        PageRequest request = PageRequest.of(
                QueryParameter.wholeNumber("limit", limit), cursor, "comparison", looking, earlier, later, compared);
        Page<Move> page = Page.of(moves, request, move -> move.seat().code().value());
        return DatedPage.of(facts, later, boundarySet, page, MoveView::of);
    }

    private static int top(Integer asked) {
        if (asked != null && (asked < 1 || asked > MOST_TOP)) {
            throw QueryParameter.refused("top", "top must be 1 to %d, was %d".formatted(MOST_TOP, asked));
        }
        return asked == null ? DEFAULT_TOP : asked;
    }
}
