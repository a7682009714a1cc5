package uk.hustings.polls.poll;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import uk.hustings.api.export.CsvFile;
import uk.hustings.api.export.Table;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.RecordedPoll;
import uk.hustings.polls.poll.domain.Share;
import uk.hustings.polls.poll.domain.Visibility;
import uk.hustings.polls.stated.StatedPoll;
import uk.hustings.polls.stated.StatedQuestion;
import uk.hustings.polls.stated.StatedStatement;

/** Polls as a CSV file in the form in which the import reads them: a row for each question. */
final class PollSheet {

    /**
     * One row.
     *
     * @param asked null in a row that has only a statement
     * @param said null where nothing was said
     */
    private record Row(
            RecordedPoll recorded, StatedPoll poll, Visibility visibility, StatedQuestion asked, StatedStatement said) {

        Object pct(String option) {
            return asked == null
                    ? null
                    : asked.sharesPct().stream()
                            .filter(share -> share.option().equals(option))
                            .map(share -> share.pct())
                            .findFirst()
                            .orElse(null);
        }

        Object until() {
            return visibility == Visibility.EMBARGOED ? recorded.embargoedUntil() : null;
        }
    }

    private PollSheet() {}

    /**
     * The file. Its columns of shares are those of the polls that are in it, and tell of no other.
     *
     * @param now domain time
     */
    static CsvFile csv(List<RecordedPoll> polls, Instant now) {
        Set<String> options = new LinkedHashSet<>();
        polls.stream()
                .flatMap(poll -> poll.poll().questions().stream())
                .flatMap(asked -> asked.shares().stream())
                .map(Share::option)
                .forEach(options::add);
        return table(options).csv(() -> polls.stream().flatMap(poll -> rows(poll, now).stream()));
    }

    private static List<Row> rows(RecordedPoll recorded, Instant now) {
        StatedPoll poll = StatedPoll.of(recorded.poll());
        int count = Math.max(poll.questions().size(), poll.statements().size());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new Row(
                    recorded, poll, recorded.visibilityAt(now), at(poll.questions(), i), at(poll.statements(), i)));
        }
        return rows;
    }

    private static <T> T at(List<T> items, int place) {
        return place < items.size() ? items.get(place) : null;
    }

    private static Table<Row> table(Set<String> options) {
        Table<Row> table = new Table<Row>()
                .column("kind", row -> row.poll.kind())
                .column("pollster", row -> row.poll.pollster())
                .column("client", row -> row.poll.client())
                .column("clientInterest", row -> row.poll.clientInterest())
                .column("bpcMember", row -> row.poll.bpcMember())
                .column("mode", row -> row.poll.mode())
                .column("population", row -> row.poll.population())
                .column("question", row -> row.asked == null ? null : row.asked.question())
                .column("geography", row -> row.poll.geography())
                .column("seatCode", row -> row.poll.seatCode())
                .column("boundarySet", row -> row.poll.boundarySet())
                .column("regionCode", row -> row.poll.regionCode())
                .column("fieldworkStart", row -> row.poll.fieldworkStart())
                .column("fieldworkEnd", row -> row.poll.fieldworkEnd())
                .column("visibility", row -> Codes.codeOf(row.visibility))
                .column("embargoedUntil", Row::until)
                .column("sampleSize", row -> row.poll.sampleSize())
                .column("pollWeightedBase", row -> row.poll.weightedBase())
                .column("weighting", row -> row.poll.weighting())
                .column("tablesUrl", row -> row.poll.tablesUrl())
                .column("source", row -> row.poll.source())
                .column("contest", row -> row.poll.contest())
                .column("basis", row -> row.asked == null ? null : row.asked.basis());
        options.forEach(option -> table.column(option + "Pct", row -> row.pct(option)));
        return table.column("dontKnowPct", row -> row.asked == null ? null : row.asked.dontKnowPct())
                .column("wouldNotVotePct", row -> row.asked == null ? null : row.asked.wouldNotVotePct())
                .column("refusedPct", row -> row.asked == null ? null : row.asked.refusedPct())
                .column("unweightedBase", row -> row.asked == null ? null : row.asked.unweightedBase())
                .column("weightedBase", row -> row.asked == null ? null : row.asked.weightedBase())
                .column("speaker", row -> row.said == null ? null : row.said.speaker())
                .column("statement", row -> row.said == null ? null : row.said.text())
                .column("statementOption", row -> row.said == null ? null : row.said.option());
    }
}
