package uk.hustings.polls.indicator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.poll.domain.Population;
import uk.hustings.polls.poll.domain.Share;
import uk.hustings.polls.poll.domain.Statement;
import uk.hustings.polls.poll.domain.Status;
import uk.hustings.polls.poll.domain.Visibility;

class SummaryTest {

    @Test
    void countsOddsAndRecruitsAreToldWithTheirUnits() {
        assertThat(summary(new Finding.Indicator(List.of(
                        new Figure("corbyn", number("285"), null, "local-parties"),
                        new Figure("smith", number("53"), null, "local-parties")))))
                .isEqualTo("corbyn 285 local-parties, smith 53 local-parties");
        assertThat(summary(new Finding.Indicator(List.of(new Figure(null, number("12"), null, Figure.PCT)))))
                .isEqualTo("12%");
        assertThat(summary(new Finding.Indicator(
                        List.of(new Figure(null, number("70000"), number("1.4E5"), "supporters")))))
                .isEqualTo("70000 of 140000 supporters");
    }

    @Test
    void votesAreToldWithTheirElectorate() {
        assertThat(summary(new Finding.BallotResult(
                        "party members",
                        null,
                        List.of(
                                new Tally("corbyn", 168216L, number("59.0")),
                                new Tally("smith", 116960L, number("41.0"))))))
                .isEqualTo("party members: corbyn 168216 votes 59%, smith 116960 votes 41%");
        assertThat(summary(new Finding.RealVotes(
                        "A council", "A ward", number("33.5"), List.of(new Tally("lab", null, number("45.5"))))))
                .isEqualTo("A ward, A council: lab 45.5%; turnout 33.5%");
    }

    @Test
    void movesReasonsAndWordsAreToldAsTheyWereReported() {
        assertThat(summary(new Finding.Switching(
                        Population.PARTY_MEMBERS,
                        List.of(new Moves(
                                "corbyn",
                                500,
                                List.of(new Share("smith", number("12")), new Share("dontKnow", number("8"))))))))
                .isEqualTo("from corbyn: smith 12%, dontKnow 8%");
        assertThat(summary(new Finding.Reasons(
                        null, null, List.of(new Reason("electability", number("40")), new Reason("unity", null)))))
                .isEqualTo("1. electability 40%, 2. unity");
        assertThat(summary(new Finding.Said(new Statement("Graham Jones", "neck and neck", "tie"))))
                .isEqualTo("Graham Jones: neck and neck");
    }

    private static String summary(Finding finding) {
        return Summary.of(Entry.of(new RecordedItem(
                UUID.randomUUID(),
                new Item("Test", null, Area.UK, null, "Test", finding),
                Visibility.PUBLIC,
                null,
                Status.RECORDED,
                1,
                1,
                Instant.EPOCH)));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
