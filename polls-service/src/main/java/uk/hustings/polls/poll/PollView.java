package uk.hustings.polls.poll;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Poll;
import uk.hustings.polls.poll.domain.PollDetails;
import uk.hustings.polls.poll.domain.PollKey;
import uk.hustings.polls.poll.domain.RecordedPoll;
import uk.hustings.polls.poll.domain.Statement;
import uk.hustings.polls.poll.domain.Visibility;
import uk.hustings.polls.seatref.domain.Seat;
import uk.hustings.polls.seatref.domain.SeatBook;

/** A poll as it is shown. What is not known is null; what was not reported is absent. */
@Schema(name = "Poll", description = "A poll. What is not known is null; what was not reported is absent.")
public record PollView(
        @Schema(examples = "0198b7a4-6c1e-7d52-9a38-5f0c2b7e4d11")
        UUID pollId,

        @Schema(
                description =
                        "poll, canvass-return (a party's own count), mrp (a model's estimate) or claim (of a poll that"
                                + " nobody else has seen)",
                examples = "poll")
        String kind,

        @Schema(nullable = true, examples = "Lord Ashcroft") String pollster,

        @Schema(nullable = true, description = "Who paid", examples = "The Observer")
        String client,

        @Schema(
                nullable = true,
                description = "What whoever paid has to gain by the figures: independent, pollster or sponsor",
                examples = "independent")
        String clientInterest,

        @Schema(
                nullable = true,
                description = "Whether the pollster is in the British Polling Council",
                examples = "true")
        Boolean bpcMember,

        @Schema(nullable = true, examples = "phone") String mode,

        @Schema(examples = "adults", description = "adults, registered-voters or party-members")
        String population,

        @Schema(description = "gb, uk, region or seat", examples = "seat")
        String geography,

        @Schema(nullable = true, description = "Null unless this is a poll of a seat")
        SeatCode seatCode,

        @Schema(nullable = true, examples = "Crewe and Nantwich")
        String seatName,

        @Schema(nullable = true, description = "Boundary set of the seat", examples = "2010")
        String boundarySet,

        @Schema(
                nullable = true,
                description = "GSS code of the region, or of the seat's; null for gb and uk",
                examples = "E12000002")
        String regionCode,

        @Schema(nullable = true, examples = "2015-04-02") LocalDate fieldworkStart,

        @Schema(nullable = true, examples = "2015-04-09") LocalDate fieldworkEnd,

        @Schema(nullable = true, description = "People asked, before weighting", examples = "586")
        Integer sampleSize,

        @Schema(nullable = true, description = "The same after weighting", examples = "586")
        Integer weightedBase,

        @Schema(nullable = true, examples = "By age, sex, social grade and past vote")
        String weighting,

        @Schema(nullable = true, examples = "https://lordashcroftpolls.com/2015/04/")
        String tablesUrl,

        @Schema(nullable = true, description = "Where the figures were taken from", examples = "lordashcroftpolls.com")
        String source,

        @Schema(
                nullable = true,
                description =
                        "What it was taken for, where it says so: an election's id or the code of another contest",
                examples = "lab-leadership-2016")
        String contest,

        @Schema(
                examples = "public",
                description =
                        "private, embargoed, leaked (everybody sees it, though it was not meant to be known) or public")
        String visibility,

        @Schema(
                nullable = true,
                description = "When an embargoed poll is public by itself; null otherwise",
                examples = "2015-04-20T21:00:00Z")
        Instant embargoedUntil,

        @Schema(description = "recorded, or withdrawn: taken back, in no list and no average", examples = "recorded")
        String status,

        @Schema(description = "1 for the first; grows with every correction", examples = "1")
        int revision,

        @Schema(description = "When it was first recorded", examples = "2015-04-14T11:00:00Z")
        Instant recordedAt,

        @Schema(description = "In the order in which they were reported; none where only statements are known")
        List<QuestionView> questions,

        @Schema(description = "What was said of the poll without figures")
        List<StatementView> statements) {

    /** What somebody said of a poll without figures. */
    @Schema(name = "PollStatement")
    public record StatementView(
            @Schema(nullable = true, examples = "Graham Jones")
            String speaker,

            @Schema(nullable = true, description = "In the speaker's words", examples = "neck and neck")
            String text,

            @Schema(
                    nullable = true,
                    description = "Party code or other answer that is said to lead, or tie",
                    examples = "tie")
            String option) {

        private static StatementView of(Statement said) {
            return new StatementView(said.speaker(), said.text(), said.option());
        }
    }

    /** @param now domain time, for embargoes end by themselves */
    static PollView of(RecordedPoll recorded, SeatBook seats, Instant now) {
        Poll poll = recorded.poll();
        PollKey key = poll.key();
        PollDetails details = poll.details();
        Area area = key.area();
        Optional<Seat> seat = PollFilter.seatOf(area, seats);
        Visibility visibility = recorded.visibilityAt(now);
        return new PollView(
                recorded.pollId(),
                Codes.codeOf(key.kind()),
                key.pollster(),
                key.client(),
                codeOf(details.clientInterest()),
                details.bpcMember(),
                details.mode(),
                Codes.codeOf(key.population()),
                Codes.codeOf(area.geography()),
                area.seatCode().orElse(null),
                seat.map(Seat::name).orElse(null),
                area.boundarySet(),
                PollFilter.regionOf(area, seats),
                key.fieldworkStart(),
                key.fieldworkEnd(),
                details.sampleSize(),
                details.weightedBase(),
                details.weighting(),
                details.tablesUrl(),
                details.source(),
                details.contest(),
                Codes.codeOf(visibility),
                visibility == Visibility.EMBARGOED ? recorded.embargoedUntil() : null,
                Codes.codeOf(recorded.status()),
                recorded.revision(),
                recorded.recordedAt(),
                poll.questions().stream()
                        .map(asked -> QuestionView.of(asked, poll, seat))
                        .toList(),
                poll.statements().stream().map(StatementView::of).toList());
    }

    private static String codeOf(Enum<?> kind) {
        return kind == null ? null : Codes.codeOf(kind);
    }
}
