package uk.hustings.polls.reading;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.Paged;
import uk.hustings.polls.poll.domain.Lead;
import uk.hustings.polls.reading.domain.ContactRecall;
import uk.hustings.polls.seatref.domain.SeatBook;

/** Which parties voters remember hearing from, as it is shown. */
@Schema(name = "ContactRecall")
record ContactRecallView(
        @Schema(description = "Areas of which a poll asked it, on whichever page they are", examples = "3")
        int areas,

        @Schema(description = "Of those, areas whose poll gives two parties or more", examples = "2")
        int compared,

        @Schema(description = "Of those compared, areas where two parties are remembered most", examples = "0")
        int ties,

        @Schema(description = "By party; each area counts once")
        List<PartyView> parties,

        @Schema(description = "Each area by its latest poll that asked it, newest fieldwork first")
        List<AreaView> items,

        @Schema(nullable = true, description = "Cursor of the following page; null on the last")
        String next)
        implements Paged {

    /** One party over all areas. */
    @Schema(name = "ContactRecallParty")
    record PartyView(
            @Schema(examples = "lab") String party,

            @Schema(description = "Areas whose poll gives it", examples = "2")
            int n,

            @Schema(description = "Mean of the share who remember hearing from it", examples = "67.5")
            BigDecimal meanPct,

            @Schema(description = "Areas, of those compared, where it is remembered most", examples = "2")
            int leads) {}

    /** One area. */
    @Schema(name = "ContactRecallOfArea")
    record AreaView(
            PollBrief poll,

            @Schema(description = "One voter may remember several parties")
            List<RateView> ratesPct,

            @Schema(nullable = true, description = "Remembered most; null on a tie or with one party", examples = "lab")
            String leader,

            @Schema(nullable = true, description = "How far ahead of the next; null with one party", examples = "20")
            BigDecimal leadPts) {

        private static AreaView of(ContactRecall recall, SeatBook seats) {
            Lead lead = recall.lead();
            return new AreaView(
                    PollBrief.of(recall.polled().recorded(), seats),
                    recall.rates().stream()
                            .map(rate ->
                                    new RateView(rate.party(), Points.of(rate.pct()), Points.of(rate.samplingSdPts())))
                            .toList(),
                    lead == null ? null : lead.option(),
                    lead == null ? null : Points.of(lead.pts()));
        }
    }

    /** How many remember one party. */
    @Schema(name = "ContactRecallRate")
    record RateView(
            @Schema(examples = "lab") String party,
            @Schema(examples = "76") BigDecimal pct,

            @Schema(
                    nullable = true,
                    description = "Standard deviation by sampling alone; null if the base is not known",
                    examples = "1.35")
            BigDecimal samplingSdPts) {}

    static ContactRecallView of(ContactRecall.Summary summary, int areas, Page<ContactRecall> page, SeatBook seats) {
        return new ContactRecallView(
                areas,
                summary.compared(),
                summary.ties(),
                summary.rates().entrySet().stream()
                        .map(rate -> new PartyView(
                                rate.getKey(),
                                rate.getValue().n(),
                                Points.of(rate.getValue().mean()),
                                summary.leads().getOrDefault(rate.getKey(), 0)))
                        .toList(),
                page.map(each -> AreaView.of(each, seats)).items(),
                page.next());
    }
}
