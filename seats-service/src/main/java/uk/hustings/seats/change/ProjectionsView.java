package uk.hustings.seats.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.export.Table;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.Paged;
import uk.hustings.seats.change.ProjectionList.Projected;
import uk.hustings.seats.change.domain.ProjectedTotals;
import uk.hustings.seats.change.domain.ProjectedTotals.PartyTotal;
import uk.hustings.seats.change.domain.Projection;
import uk.hustings.seats.change.domain.SignedPoints;

/** What a uniform swing would do, seat by seat and in all, as the API shows it. */
@Schema(name = "UniformSwingProjection")
record ProjectionsView(
        @Schema(examples = "ge2010") String baseline,

        @Schema(description = "actual or notional", examples = "actual")
        String baselineBasis,

        @Schema(examples = "2010") String boundarySet,

        @Schema(description = "As asked for, in points", examples = "{\"con\": -3.5, \"lab\": 2.0}")
        Map<String, Double> changePts,

        TotalsView totals,

        @Schema(description = "Seats by name; only those that change hands if so asked")
        List<SeatView> items,

        @Schema(nullable = true, description = "Cursor of the following page; null on the last")
        String next)
        implements Paged {

    /** All projected seats together, on whichever page they are, as the API shows them. */
    @Schema(name = "ProjectedTotals")
    record TotalsView(
            @Schema(examples = "650") int seats,
            @Schema(examples = "45") int changingHands,

            @Schema(description = "Every party that stood; most seats after the change first")
            List<PartyView> parties) {

        static TotalsView of(ProjectedTotals totals) {
            return new TotalsView(
                    totals.seats(),
                    totals.changingHands(),
                    totals.parties().stream().map(PartyView::of).toList());
        }
    }

    /** One party's seats and share before and after as the API shows them. */
    @Schema(name = "ProjectedParty")
    record PartyView(
            @Schema(examples = "lab") String party,
            @Schema(examples = "258") int seatsBefore,
            @Schema(examples = "295") int seatsAfter,

            @Schema(description = "Of all valid votes", examples = "28.9903")
            double shareBeforePct,

            @Schema(
                    description =
                            "What the seats' projected shares come to; not quite share and change where the party "
                                    + "did not stand everywhere or a share stopped at 0",
                    examples = "30.9416")
            double shareAfterPct) {

        static PartyView of(PartyTotal total) {
            return new PartyView(
                    total.party(),
                    total.seatsBefore(),
                    total.seatsAfter(),
                    total.shareBeforePct(),
                    total.shareAfterPct());
        }
    }

    /** One seat after the change as the API shows it. */
    @Schema(name = "ProjectedSeat")
    record SeatView(
            SeatCode seatCode,
            @Schema(examples = "Crewe and Nantwich") String name,
            @Schema(examples = "E12000002") String regionCode,

            @Schema(description = "Who won it in the baseline election", examples = "con")
            String holder,

            @Schema(examples = "con") String winner,
            @Schema(examples = "false") boolean changesHands,

            @Schema(
                    description = "Projected lead of the winning candidate over the next, in points; below 0 if a "
                            + "candidate without a party's code would lead",
                    examples = "6.3354")
            double majorityPts,

            @Schema(
                    description = "Projected share of each party that stood, the largest first; together 100",
                    examples = "{\"con\": 42.3461, \"lab\": 36.0106}")
            Map<String, Double> sharesPct) {

        static SeatView of(Projected seat) {
            Projection projection = seat.projection();
            Map<String, Double> shares = new LinkedHashMap<>();
            projection.sharesPct().forEach((party, share) -> shares.put(party, SignedPoints.rounded(share)));
            return new SeatView(
                    seat.seat().code(),
                    seat.seat().name(),
                    seat.seat().regionCode(),
                    projection.holder(),
                    projection.winner(),
                    projection.changesHands(),
                    SignedPoints.rounded(projection.majorityPts()),
                    shares);
        }
    }

    static ProjectionsView of(ProjectionList.Asked asked, ProjectedTotals totals, Page<Projected> page) {
        return new ProjectionsView(
                asked.baseline().id(),
                asked.baseline().basis().code(),
                asked.baseline().boundarySet(),
                asked.changes(),
                TotalsView.of(totals),
                page.map(SeatView::of).items(),
                page.next());
    }

    /** The seats as a file, a column for each party of the totals. */
    static Table<Projected> table(ProjectedTotals totals) {
        Table<Projected> table = new Table<Projected>()
                .column("seatCode", seat -> seat.seat().code())
                .column("boundarySet", seat -> seat.seat().boundarySet())
                .column("name", seat -> seat.seat().name())
                .column("regionCode", seat -> seat.seat().regionCode())
                .column("holder", seat -> seat.projection().holder())
                .column("winner", seat -> seat.projection().winner())
                .column("changesHands", seat -> seat.projection().changesHands())
                .column(
                        "majorityPts",
                        seat -> SignedPoints.rounded(seat.projection().majorityPts()));
        totals.parties().forEach(party -> table.column(party.party() + "Pct", seat -> share(seat, party.party())));
        return table;
    }

    private static Double share(Projected seat, String party) {
        Double share = seat.projection().sharesPct().get(party);
        return share == null ? null : SignedPoints.rounded(share);
    }
}
