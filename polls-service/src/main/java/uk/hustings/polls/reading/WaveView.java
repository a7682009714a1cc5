package uk.hustings.polls.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Share;
import uk.hustings.polls.reading.domain.NamedLead;
import uk.hustings.polls.reading.domain.Wave;
import uk.hustings.polls.seatref.domain.SeatBook;

/** One poll of a series and what has changed since the one before, as it is shown. */
@Schema(name = "PollWave")
record WaveView(
        PollBrief poll,

        @Schema(examples = "constituency") String question,

        @Schema(description = "In the order in which they were reported; none if they cannot be told as asked for")
        List<WaveShareView> sharesPct,

        @Schema(
                nullable = true,
                description =
                        "Of the party that was asked for, or else of whoever is ahead in the last wave; null where"
                                + " one answer does not exclude another, or the party has no figure")
        LeadView lead,

        @Schema(nullable = true, description = "Null for the first wave")
        PreviousView previous) {

    /** The share of one answer. */
    @Schema(name = "PollWaveShare")
    record WaveShareView(
            @Schema(examples = "ld") String option,
            @Schema(examples = "38") BigDecimal pct) {}

    /** The wave before and what has changed since. */
    @Schema(name = "PollWaveBefore")
    record PreviousView(
            @Schema(examples = "0198b7a4-6c1e-7d52-9a38-5f0c2b7e4d11")
            UUID pollId,

            @Schema(description = "Last day of its fieldwork that is known", examples = "2015-03-20")
            LocalDate day,

            @Schema(nullable = true, description = "Lead of the same answer then", examples = "3.8")
            BigDecimal leadPts,

            @Schema(nullable = true, description = "What has changed of the lead")
            ChangeView leadChange,

            @Schema(description = "What has changed of the shares that both waves give")
            List<ChangeView> changes) {

        private static PreviousView of(Wave wave) {
            NamedLead before = wave.previous().lead();
            return new PreviousView(
                    wave.previous().polled().recorded().pollId(),
                    wave.previous().polled().day(),
                    before == null ? null : Points.of(before.pts()),
                    wave.leadChange() == null ? null : ChangeView.of(wave.leadChange()),
                    wave.changes().stream().map(ChangeView::of).toList());
        }
    }

    static WaveView of(Wave wave, SeatBook seats) {
        return new WaveView(
                PollBrief.of(wave.polled().recorded(), seats),
                Codes.codeOf(wave.polled().asked().question()),
                wave.shares().stream().map(WaveView::share).toList(),
                LeadView.of(wave.lead()),
                wave.previous() == null ? null : PreviousView.of(wave));
    }

    private static WaveShareView share(Share share) {
        return new WaveShareView(share.option(), Points.of(share.pct()));
    }
}
