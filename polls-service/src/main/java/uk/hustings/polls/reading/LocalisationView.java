package uk.hustings.polls.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.Paged;
import uk.hustings.polls.reading.domain.Localisation;
import uk.hustings.polls.reading.domain.Spread;
import uk.hustings.polls.seatref.domain.SeatBook;

/** What it changes when people think of their own constituency, as it is shown. */
@Schema(name = "PollLocalisation")
record LocalisationView(
        @Schema(description = "That asked both questions, on whichever page they are", examples = "12")
        int polls,

        @Schema(description = "Over all of them, each of which counts once")
        List<MeanEffectView> meanEffects,

        @Schema(description = "Newest fieldwork first") List<EffectView> items,

        @Schema(nullable = true, description = "Cursor of the following page; null on the last")
        String next)
        implements Paged {

    /** The effect on one answer over a set of polls. */
    @Schema(name = "PollLocalisationMean")
    record MeanEffectView(
            @Schema(examples = "ld") String option,

            @Schema(description = "Polls in which both questions give it", examples = "12")
            int n,

            @Schema(examples = "5.4") BigDecimal meanPts,

            @Schema(
                    nullable = true,
                    description = "Standard deviation between the polls; null with one",
                    examples = "2.1")
            BigDecimal sdPts) {}

    /** The effects in one poll. */
    @Schema(name = "PollLocalisationOfOne")
    record EffectView(
            PollBrief poll,

            @Schema(
                    description =
                            "Share in the constituency question less share in the ordinary one. The sampling error"
                                    + " is that of two samples: the same people answered both, so chance does less")
            List<ChangeView> effects) {

        private static EffectView of(Localisation localisation, SeatBook seats) {
            return new EffectView(
                    PollBrief.of(localisation.local().recorded(), seats),
                    localisation.effects().stream().map(ChangeView::of).toList());
        }
    }

    static LocalisationView of(List<Localisation> all, Page<Localisation> page, SeatBook seats) {
        return new LocalisationView(
                all.size(),
                Localisation.mean(all).entrySet().stream()
                        .map(LocalisationView::mean)
                        .toList(),
                page.map(each -> EffectView.of(each, seats)).items(),
                page.next());
    }

    private static MeanEffectView mean(Map.Entry<String, Spread> effect) {
        Spread spread = effect.getValue();
        return new MeanEffectView(effect.getKey(), spread.n(), Points.of(spread.mean()), Points.of(spread.sd()));
    }
}
