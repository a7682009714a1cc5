package uk.hustings.polls.poll.domain;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.hustings.api.id.SeatCode;
import uk.hustings.polls.real.RealData;
import uk.hustings.polls.real.RealResults;
import uk.hustings.polls.seatref.domain.SeatBook;

/**
 * What we compute from the published tables, beside what Lord Ashcroft or the press printed. The headlines add back part
 * of the don't knows, so they differ by a point or two.
 */
class PublishedHeadlinesTest {

    private static final BigDecimal LEAD_TOLERANCE = BigDecimal.valueOf(3);
    private static final BigDecimal SWING_TOLERANCE = new BigDecimal("1.5");
    private static final List<String> PARTIES = List.of("con", "lab", "ld", "snp", "pc", "green", "ukip");

    private final SeatBook seats = RealResults.seats();
    private final List<NamedCsvRecord> tables = RealData.rows("polls/constituency_polls_2014_2015.csv");

    @Test
    void everyPublishedSwingIsMetWithinAPointAndAHalf() {
        List<NamedCsvRecord> headlines = headlines("swing_pts");

        assertThat(headlines).hasSize(11).allSatisfy(headline -> {
            Poll poll = tableOf(headline).orElseThrow();
            Swing swing = poll.swing(
                            poll.questions().get(0),
                            seats.find(RealResults.BOUNDARIES_2010, seatOf(headline))
                                    .orElseThrow())
                    .orElseThrow();

            assertThat(swing.from()).isEqualTo(headline.getField("swing_from"));
            assertThat(swing.to()).isEqualTo(headline.getField("swing_to"));
            assertThat(swing.pts()
                            .subtract(new BigDecimal(headline.getField("swing_pts")))
                            .abs())
                    .isLessThanOrEqualTo(SWING_TOLERANCE);
        });
    }

    @Test
    void everyPublishedLeadIsMetWithinThreePoints() {
        List<NamedCsvRecord> headlines = headlines("lead_pts");

        assertThat(headlines).hasSizeGreaterThan(25).allSatisfy(headline -> {
            Lead lead =
                    tableOf(headline).orElseThrow().questions().get(0).lead().orElseThrow();
            BigDecimal published = new BigDecimal(headline.getField("lead_pts"));
            BigDecimal computed = headline.getField("leader").equals("tie")
                            || headline.getField("leader").equals(lead.option())
                    ? lead.pts()
                    : lead.pts().negate();

            assertThat(computed.subtract(published).abs()).isLessThanOrEqualTo(LEAD_TOLERANCE);
        });
    }

    /** Headlines that give a figure and whose table we have. */
    private List<NamedCsvRecord> headlines(String figure) {
        return RealData.rows("polls/ashcroft_published_headlines.csv").stream()
                .filter(headline -> !headline.getField(figure).isEmpty())
                .filter(headline -> tableOf(headline).isPresent())
                .toList();
    }

    private Optional<Poll> tableOf(NamedCsvRecord headline) {
        String published = headline.getField("published");
        String byThen = published.length() == "2015-03".length() ? published + "-31" : published;
        return tables.stream()
                .filter(table -> table.getField("pollster").equals("Lord Ashcroft"))
                .filter(table -> table.getField("ons_id").equals(headline.getField("ons_id")))
                .filter(table -> table.getField("question").equals(headline.getField("question")))
                .filter(table -> table.getField("fieldwork_end").compareTo(byThen) <= 0)
                .max(Comparator.comparing(table -> table.getField("fieldwork_end")))
                .map(PublishedHeadlinesTest::poll);
    }

    private static Poll poll(NamedCsvRecord table) {
        PollKey key = new PollKey(
                PollKind.POLL,
                table.getField("pollster"),
                null,
                Population.ADULTS,
                Area.seat("2010", seatOf(table)),
                LocalDate.parse(table.getField("fieldwork_start")),
                LocalDate.parse(table.getField("fieldwork_end")));
        List<Share> shares = PARTIES.stream()
                .flatMap(party -> Stream.of(table.getField(party + "_pct"))
                        .filter(pct -> !pct.equals("0.0"))
                        .map(pct -> new Share(party, new BigDecimal(pct))))
                .toList();
        Asked asked = Asked.headline(Codes.read(Question.class, table.getField("question")), shares);
        return new Poll(key, PollDetails.UNKNOWN, List.of(asked), List.of());
    }

    private static SeatCode seatOf(NamedCsvRecord row) {
        return SeatCode.fromString(row.getField("ons_id"));
    }
}
