package uk.hustings.polls.reading.domain;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.real.RealData;
import uk.hustings.polls.real.RealResults;
import uk.hustings.polls.seatref.domain.SeatBook;

/** Each of the 38 headlines is met by a poll that is stored, or is named with what is missing. */
class EveryPublishedHeadlineTest {

    private static final double POINTS = 3;

    /** By day of publication and seat. */
    private static final Map<String, String> WITHOUT_A_POLL = Map.of(
            "2014-05 E14000533", "only a poll by another firm, of the standard question, is stored of Amber Valley",
            "2014-07 E14000533", "only a poll by another firm, of the standard question, is stored of Amber Valley",
            "2014-08 E14001007 named", "the question with Boris Johnson's name was published without tables",
            "2014-10 E14000712", "what is stored of Gloucester begins in 2015",
            "2014-10 E14000886", "what is stored of Pudsey begins in 2015",
            "2015-02 E14000922", "the poll of November 2014 is not stored, corrected or not",
            "2015-02 E14000948", "the poll of November 2014 is not stored, corrected or not");

    private final List<NamedCsvRecord> headlines = RealData.rows("polls/ashcroft_published_headlines.csv");
    private final List<Polled> stored = RealPolls.asked(RealPolls.ofSeats());
    private final SeatBook book = RealResults.seats();

    @Test
    void everyHeadlineIsMetOrNamed() {
        Map<String, Boolean> met = headlines.stream()
                .collect(toMap(
                        EveryPublishedHeadlineTest::name,
                        headline -> pollOf(headline).isPresent(),
                        (one, other) -> {
                            throw new AssertionError("twice");
                        },
                        TreeMap::new));

        assertThat(headlines).hasSize(38);
        assertThat(met.entrySet().stream()
                        .filter(headline -> !headline.getValue())
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(WITHOUT_A_POLL.keySet());
        assertThat(met).containsValue(true).contains(entry("2015-04-14 E14000653", true));
    }

    @Test
    void whoLedLeadsByAsMuch() {
        assertThat(headlines.stream().filter(headline -> pollOf(headline).isPresent()))
                .hasSize(31)
                .allSatisfy(headline -> {
                    String leader = headline.getField("leader");
                    Polled poll = pollOf(headline).orElseThrow();
                    NamedLead lead = NamedLead.of(
                                    leader.equals("tie") ? "con" : leader,
                                    poll.asked().headline(),
                                    null)
                            .orElseThrow();
                    if (headline.getField("lead_pts").isEmpty()) {
                        assertThat(lead.pts()).isPositive();
                    } else {
                        assertThat(lead.pts())
                                .isCloseTo(Double.parseDouble(headline.getField("lead_pts")), within(POINTS));
                    }
                });
    }

    @Test
    void everyPrintedShareIsThatOfTheTables() {
        assertThat(headlines.stream().filter(headline -> pollOf(headline).isPresent()))
                .allSatisfy(headline -> Stream.of("con", "lab", "ld", "ukip", "green")
                        .filter(party -> !headline.getField(party + "_pct").isEmpty())
                        .forEach(party -> assertThat(pollOf(headline)
                                        .orElseThrow()
                                        .asked()
                                        .headlinePctOf(party)
                                        .orElseThrow()
                                        .doubleValue())
                                .isCloseTo(Double.parseDouble(headline.getField(party + "_pct")), within(POINTS))));
    }

    @Test
    void everyPrintedSwingIsThatSince2010() {
        Baseline general = new Baseline(book, book.election("ge2010").orElseThrow());

        assertThat(headlines.stream()
                        .filter(headline -> !headline.getField("swing_pts").isEmpty())
                        .filter(headline -> pollOf(headline).isPresent()))
                .hasSize(11)
                .allSatisfy(headline -> {
                    BaselineSwing swing = BaselineSwing.since(
                                    general, pollOf(headline).orElseThrow(), null)
                            .swing();
                    assertThat(swing.from()).isEqualTo(headline.getField("swing_from"));
                    assertThat(swing.to()).isEqualTo(headline.getField("swing_to"));
                    assertThat(swing.pts())
                            .isCloseTo(Double.parseDouble(headline.getField("swing_pts")), within(POINTS / 2));
                });
    }

    private static String name(NamedCsvRecord headline) {
        return headline.getField("published") + " " + headline.getField("ons_id")
                + (headline.getField("question").startsWith("named") ? " named" : "");
    }

    /** Lord Ashcroft's last poll of the seat and question that was over when the headline appeared. */
    private Optional<Polled> pollOf(NamedCsvRecord headline) {
        String published = headline.getField("published");
        LocalDate byThen = published.length() == "2015-03".length()
                ? YearMonth.parse(published).atEndOfMonth()
                : LocalDate.parse(published);
        String question = headline.getField("question").split(" ")[0];
        return question.equals("named")
                ? Optional.empty()
                : stored.stream()
                        .filter(polled -> polled.key().pollster().equals(RealPolls.ASHCROFT))
                        .filter(polled -> polled.key().area().code().equals(headline.getField("ons_id")))
                        .filter(polled -> polled.asked().question() == Codes.read(Question.class, question))
                        .filter(polled -> !polled.day().isAfter(byThen))
                        .findFirst();
    }
}
