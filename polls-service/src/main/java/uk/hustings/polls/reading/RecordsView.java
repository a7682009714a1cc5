package uk.hustings.polls.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.Paged;
import uk.hustings.polls.poll.domain.Basis;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.reading.domain.Spread;
import uk.hustings.polls.reading.domain.TrackRecord;
import uk.hustings.polls.reading.domain.TrackRecord.LeadErrors;

/** How near polls came to the votes that they were about, as it is shown. */
@Schema(name = "PollRecords")
record RecordsView(
        @Schema(description = "pollster, client or client-interest", examples = "pollster")
        String by,

        @Schema(description = "headline, raw or reported", examples = "headline")
        String figures,

        @Schema(description = "From the end of the fieldwork to the vote at most", examples = "30")
        int days,

        @Schema(description = "Votes until then are known", examples = "2015-05-31")
        LocalDate asOf,

        @Schema(description = "Whether only the last poll of an area before a vote counts", examples = "true")
        boolean lastOnly,

        @Schema(description = "Polls that are in no record, by reason")
        List<LeftOutView> leftOut,

        @Schema(description = "By name, what is not named last; what was asked of whom is kept apart")
        List<RecordView> items,

        @Schema(nullable = true, description = "Cursor of the following page; null on the last")
        String next)
        implements Paged {

    /** Polls that are in no record. */
    @Schema(name = "PollRecordLeftOut")
    record LeftOutView(
            @Schema(
                    description =
                            "vote: nothing was voted on in the area in the time after it that is known yet; day:"
                                    + " nobody knows when it was taken; question: a vote does not answer it; figures: it has none",
                    examples = "vote")
            String reason,

            @Schema(examples = "150") int polls) {}

    /** Somebody's record. */
    @Schema(name = "PollRecord")
    record RecordView(
            @Schema(nullable = true, description = "Null for those who are not named", examples = "Lord Ashcroft")
            String name,

            @Schema(examples = "poll") String kind,
            @Schema(examples = "adults") String population,

            @Schema(description = "gb, uk, region or seat", examples = "seat")
            String geography,

            @Schema(examples = "standard") String question,

            @Schema(description = "Held against a vote; each counts once, however many it asked", examples = "8")
            int polls,

            @Schema(description = "Different votes: an area in an election, or a ballot", examples = "8")
            int votes,

            @Schema(description = "Of the polls, how many were reported as shares of everybody asked", examples = "0")
            int reportedRaw,

            @Schema(description = "Poll less vote, by answer that both give")
            List<ErrorView> errors,

            @Schema(nullable = true, description = "Null if no poll gives both answers")
            LeadErrorView lead) {

        private static RecordView of(TrackRecord record) {
            TrackRecord.Subject subject = record.subject();
            return new RecordView(
                    subject.name(),
                    Codes.codeOf(subject.kind()),
                    Codes.codeOf(subject.population()),
                    Codes.codeOf(subject.geography()),
                    Codes.codeOf(subject.question()),
                    record.polls().size(),
                    record.votes(),
                    (int) record.polls().stream()
                            .filter(polled -> polled.asked().basis() == Basis.RAW)
                            .count(),
                    record.errors().entrySet().stream().map(ErrorView::of).toList(),
                    record.lead() == null ? null : LeadErrorView.of(record.lead()));
        }
    }

    /** Errors of one answer. */
    @Schema(name = "PollRecordError")
    record ErrorView(
            @Schema(examples = "lab") String option,
            @Schema(examples = "8") int n,

            @Schema(description = "Mean of poll less vote: above 0 the polls put it too high", examples = "2.46")
            BigDecimal biasPts,

            @Schema(description = "Root of the mean square of poll less vote", examples = "3.91")
            BigDecimal rmsePts,

            @Schema(
                    nullable = true,
                    description = "Standard deviation of the errors around the bias; null with one poll",
                    examples = "3.25")
            BigDecimal spreadPts) {

        private static ErrorView of(Map.Entry<String, Spread> error) {
            Spread spread = error.getValue();
            return new ErrorView(
                    error.getKey(),
                    spread.n(),
                    Points.of(spread.mean()),
                    Points.of(spread.rootMeanSquare()),
                    Points.of(spread.sd()));
        }
    }

    /** Errors of the lead of one answer over another. */
    @Schema(name = "PollRecordLeadError")
    record LeadErrorView(
            @Schema(examples = "con") String first,
            @Schema(examples = "lab") String second,
            @Schema(examples = "10") int n,

            @Schema(
                    description = "Mean of poll less vote: below 0 the polls put the first too low against the second",
                    examples = "-11.22")
            BigDecimal biasPts,

            @Schema(examples = "11.85") BigDecimal rmsePts,
            @Schema(nullable = true, examples = "4.09") BigDecimal spreadPts,

            @Schema(
                    nullable = true,
                    description =
                            "What the spread would be by sampling alone; a bias does not come of it. Null if a base"
                                    + " is not known",
                    examples = "3.7")
            BigDecimal samplingSdPts) {

        private static LeadErrorView of(LeadErrors lead) {
            Spread spread = lead.errors();
            return new LeadErrorView(
                    lead.first(),
                    lead.second(),
                    spread.n(),
                    Points.of(spread.mean()),
                    Points.of(spread.rootMeanSquare()),
                    Points.of(spread.sd()),
                    Points.of(lead.samplingSdPts()));
        }
    }

    static RecordsView of(RecordQuery.Asked asked, TrackRecord.Records records, Page<TrackRecord> page) {
        return new RecordsView(
                Codes.codeOf(asked.terms().by()),
                Codes.codeOf(asked.terms().figures()),
                asked.days(),
                asked.asOf(),
                asked.terms().lastOnly(),
                records.leftOut().entrySet().stream()
                        .map(reason -> new LeftOutView(Codes.codeOf(reason.getKey()), reason.getValue()))
                        .toList(),
                page.map(RecordView::of).items(),
                page.next());
    }
}
