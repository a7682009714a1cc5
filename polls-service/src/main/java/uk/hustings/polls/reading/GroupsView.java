package uk.hustings.polls.reading;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Statement;
import uk.hustings.polls.reading.domain.Grouping;
import uk.hustings.polls.reading.domain.Grouping.Thresholds;
import uk.hustings.polls.seatref.domain.SeatBook;

/** Seats by how one party stands in the latest poll of each, as they are shown. */
@Schema(name = "PollGroups")
record GroupsView(
        @Schema(description = "The party, or other answer, that is looked at", examples = "lab")
        String party,

        @Schema(examples = "constituency") String question,

        @Schema(description = "headline, raw or reported", examples = "headline")
        String figures,

        @Schema(description = "A lead or deficit of up to this is a tie", examples = "0")
        BigDecimal tiePts,

        @Schema(description = "A larger deficit of up to this is narrow", examples = "5")
        BigDecimal narrowPts,

        @Schema(description = "Seats in all groups", examples = "137")
        int seats,

        @Schema(description = "ahead, tie, narrowly-behind and well-behind, in that order")
        List<GroupView> groups,

        @Schema(description = "Seats of which no poll gives the party's figure: what was said of them instead")
        List<NoFiguresView> noFigures) {

    /** One group. */
    @Schema(name = "PollGroup")
    record GroupView(
            @Schema(description = "ahead, tie, narrowly-behind or well-behind", examples = "ahead")
            String group,

            @Schema(examples = "71") int count,

            @Schema(description = "By lead, the largest first")
            List<PlacedView> seats) {}

    /** A seat by its latest poll with figures. */
    @Schema(name = "PollGroupSeat")
    record PlacedView(PollBrief poll, LeadView lead) {}

    /** A seat without a figure of the party. */
    @Schema(name = "PollGroupSeatWithoutFigures")
    record NoFiguresView(
            @Schema(description = "The latest poll of the seat")
            PollBrief poll,

            List<SaidView> statements) {}

    /** What somebody said of a poll. */
    @Schema(name = "PollGroupStatement")
    record SaidView(
            @Schema(nullable = true, examples = "Graham Jones")
            String speaker,

            @Schema(nullable = true, examples = "neck and neck")
            String text,

            @Schema(nullable = true, description = "Who is said to lead, or tie", examples = "tie")
            String option) {

        private static SaidView of(Statement statement) {
            return new SaidView(statement.speaker(), statement.text(), statement.option());
        }
    }

    /** @param asked what the grouping was asked for */
    static GroupsView of(Grouping grouping, Asked asked, SeatBook book) {
        List<GroupView> groups = grouping.groups().entrySet().stream()
                .map(group -> new GroupView(
                        Codes.codeOf(group.getKey()),
                        group.getValue().size(),
                        group.getValue().stream()
                                .map(seat -> new PlacedView(
                                        PollBrief.of(seat.polled().recorded(), book), LeadView.of(seat.lead())))
                                .toList()))
                .toList();
        return new GroupsView(
                asked.party,
                asked.question,
                asked.figures,
                Points.of(asked.thresholds.tiePts()),
                Points.of(asked.thresholds.narrowPts()),
                groups.stream().mapToInt(GroupView::count).sum(),
                groups,
                grouping.withoutFigures().stream()
                        .map(seat -> new NoFiguresView(
                                PollBrief.of(seat.latest(), book),
                                seat.statements().stream().map(SaidView::of).toList()))
                        .toList());
    }

    /** What a grouping was asked for, in codes. */
    record Asked(String party, String question, String figures, Thresholds thresholds) {}
}
