package uk.hustings.seats.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.export.Table;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.Paged;
import uk.hustings.seats.change.domain.PartyPair;
import uk.hustings.seats.change.domain.SeatSwing;
import uk.hustings.seats.change.domain.SwingTotal;
import uk.hustings.seats.change.domain.Tally;

/** Swings between two elections, of seats and of all of them together, as the API shows them. */
@Schema(name = "Swings")
record SwingsView(
        @Schema(examples = "ge2010") String from,

        @Schema(description = "actual or notional", examples = "actual")
        String fromBasis,

        @Schema(examples = "ge2015") String to,

        @Schema(description = "actual or notional", examples = "actual")
        String toBasis,

        @Schema(description = "On which both were held or are reckoned", examples = "2010")
        String boundarySet,

        @Schema(description = "A positive swing goes to the first", examples = "[\"con\", \"lab\"]")
        List<String> parties,

        @Schema(description = "butler or two-party", examples = "butler")
        String by,

        TotalView total,

        @Schema(description = "Seats that have a result in both elections")
        List<SeatView> items,

        @Schema(nullable = true, description = "Cursor of the following page; null on the last")
        String next)
        implements Paged {

    /** The swing of all seats together, on whichever page they are, as the API shows it. */
    @Schema(name = "TotalSwing")
    record TotalView(
            @Schema(description = "That have a result in both elections", examples = "650")
            int seats,

            @Schema(description = "In which both parties stood both times", examples = "631")
            int seatsMeasured,

            @Schema(nullable = true, description = "Of the summed votes, in points", examples = "-0.3521")
            Double swingPts,

            @Schema(
                    description = "Of the two parties in the first election; without who stood nowhere",
                    examples = "{\"con\": 36.0543, \"lab\": 28.9903}")
            Map<String, Double> sharesBeforePct,

            @Schema(
                    description = "Of the two parties in the second election; without who stood nowhere",
                    examples = "{\"con\": 36.8095, \"lab\": 30.4496}")
            Map<String, Double> sharesAfterPct) {

        static TotalView of(SwingTotal total, PartyPair pair) {
            return new TotalView(
                    total.seats(),
                    total.measured(),
                    total.swingPts(),
                    shares(total.before(), pair),
                    shares(total.after(), pair));
        }
    }

    /** How one seat swung as the API shows it. */
    @Schema(name = "SeatSwing")
    record SeatView(
            SeatCode seatCode,
            @Schema(examples = "Crewe and Nantwich") String name,
            @Schema(examples = "E12000002") String regionCode,

            @Schema(
                    nullable = true,
                    description = "In points; below 0 to the second party. Null if either did not stand both times",
                    examples = "-2.2902")
            Double swingPts,

            @Schema(
                    description = "Of the two parties in the first election; without who did not stand",
                    examples = "{\"con\": 45.8461, \"lab\": 34.0106}")
            Map<String, Double> sharesBeforePct,

            @Schema(
                    description = "Of the two parties in the second election; without who did not stand",
                    examples = "{\"con\": 44.9836, \"lab\": 37.7285}")
            Map<String, Double> sharesAfterPct,

            @Schema(description = "Of the first election", examples = "con")
            String winnerBefore,

            @Schema(description = "Of the second election", examples = "con")
            String winnerAfter) {

        static SeatView of(SeatSwing swing, PartyPair pair) {
            return new SeatView(
                    swing.seat().code(),
                    swing.seat().name(),
                    swing.seat().regionCode(),
                    swing.swingPts(),
                    shares(swing.before(), pair),
                    shares(swing.after(), pair),
                    swing.winnerBefore(),
                    swing.winnerAfter());
        }
    }

    static SwingsView of(SwingList.Asked asked, SwingTotal total, Page<SeatSwing> page) {
        PartyPair pair = asked.pair();
        return new SwingsView(
                asked.from().id(),
                asked.from().basis().code(),
                asked.to().id(),
                asked.to().basis().code(),
                asked.from().boundarySet(),
                List.of(pair.first(), pair.second()),
                asked.by().code(),
                TotalView.of(total, pair),
                page.map(swing -> SeatView.of(swing, pair)).items(),
                page.next());
    }

    /** The seats as a file, a column for each share of the two parties. */
    static Table<SeatSwing> table(PartyPair pair) {
        Table<SeatSwing> table = new Table<SeatSwing>()
                .column("seatCode", swing -> swing.seat().code())
                .column("boundarySet", swing -> swing.seat().boundarySet())
                .column("name", swing -> swing.seat().name())
                .column("regionCode", swing -> swing.seat().regionCode())
                .column("swingPts", SeatSwing::swingPts);
        for (String party : List.of(pair.first(), pair.second())) {
            table.column(party + "BeforePct", swing -> swing.before().sharePct(party))
                    .column(party + "AfterPct", swing -> swing.after().sharePct(party));
        }
        return table.column("winnerBefore", SeatSwing::winnerBefore).column("winnerAfter", SeatSwing::winnerAfter);
    }

    private static Map<String, Double> shares(Tally tally, PartyPair pair) {
        Map<String, Double> shares = new LinkedHashMap<>();
        if (tally != null) {
            shares.put(pair.first(), tally.sharePct(pair.first()));
            shares.put(pair.second(), tally.sharePct(pair.second()));
            shares.values().removeIf(share -> share == null);
        }
        return shares;
    }
}
