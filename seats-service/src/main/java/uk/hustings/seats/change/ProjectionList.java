package uk.hustings.seats.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.export.CsvFile;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.seats.change.domain.Baseline;
import uk.hustings.seats.change.domain.ProjectedTotals;
import uk.hustings.seats.change.domain.Projection;
import uk.hustings.seats.change.domain.UniformSwing;
import uk.hustings.seats.election.domain.Election;
import uk.hustings.seats.facts.CurrentFacts;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.seat.domain.Seat;

/** The seats after a uniform swing that a query asks for. */
@ApplicationScoped
class ProjectionList {

    /** What the query says. */
    public static class Query {

        @RestQuery
        @Parameter(
                required = true,
                description = "The general election, actual or notional, to start from",
                example = "ge2010")
        String baseline;

        @RestQuery
        @Parameter(
                required = true,
                description = "Points by party, -100 to 100, each party once",
                example = "con:-3.5,lab:2")
        String change;

        @RestQuery
        @Parameter(description = "GSS code of a region; only its seats change and count", example = "E12000002")
        String region;

        @RestQuery
        @Parameter(description = "Name of a country; only its seats change and count", example = "Scotland")
        String country;

        @RestQuery
        @Parameter(
                description = "true: only the seats that change hands; totals stay those of all. false unless given",
                example = "true")
        String changedOnly;
    }

    /** The question as it was understood. */
    record Asked(Election baseline, Map<String, Double> changes, Area area, boolean changedOnly) {}

    /** A seat and what would become of it. */
    record Projected(Seat seat, Projection projection) {}

    private final CurrentFacts current;
    private final ChangeQuery query;

    ProjectionList(CurrentFacts current, ChangeQuery query) {
        this.current = current;
        this.query = query;
    }

    ProjectionsView page(Query wanted, Integer limit, String cursor) {
        Facts facts = current.get();
        Asked asked = read(facts, wanted);
        PageRequest request = PageRequest.of(limit, cursor, "uniform-swing", asked);
        List<Projected> seats = project(facts, asked);
        return ProjectionsView.of(asked, totals(seats), Page.of(listed(seats, asked), request, seat -> seat.seat()
                .code()
                .value()));
    }

    CsvFile csv(Query wanted) {
        Facts facts = current.get();
        Asked asked = read(facts, wanted);
        List<Projected> seats = project(facts, asked);
        return ProjectionsView.table(totals(seats)).csv(listed(seats, asked));
    }

    private Asked read(Facts facts, Query wanted) {
        return new Asked(
                query.baseline(facts, wanted.baseline),
                query.changes(facts, wanted.change),
                query.area(facts, wanted.region, wanted.country),
                "true".equals(QueryParameter.oneOf("changedOnly", wanted.changedOnly, List.of("true", "false"))));
    }

    /** By name of the seat. */
    private static List<Projected> project(Facts facts, Asked asked) {
        UniformSwing swing = new UniformSwing(asked.changes);
        return facts.contests(asked.baseline.id()).stream()
                .filter(contest -> asked.area.holds(facts.seatOf(contest)))
                .map(contest -> new Projected(facts.seatOf(contest), swing.project(Baseline.of(contest))))
                .toList();
    }

    private static List<Projected> listed(List<Projected> seats, Asked asked) {
        return seats.stream()
                .filter(seat -> !asked.changedOnly || seat.projection.changesHands())
                .toList();
    }

    private static ProjectedTotals totals(List<Projected> seats) {
        return ProjectedTotals.of(seats.stream().map(Projected::projection).toList());
    }
}
