package uk.hustings.campaign.member.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AnswerPeriodTest {

    private static final Instant BEGIN = Instant.parse("2015-04-14T11:00:00Z");
    private static final Instant END = Instant.parse("2015-04-28T11:00:00Z");

    @Test
    void itLastsFourteenDaysToTheInstant() {
        assertThat(AnswerPeriod.endOf(BEGIN)).isEqualTo(END);
        assertThat(AnswerPeriod.state(null, END, END.minusNanos(1))).isEqualTo("open");
        assertThat(AnswerPeriod.state(null, END, END)).isEqualTo("expired");
    }

    @Test
    void anAnswerOutlivesIt() {
        assertThat(AnswerPeriod.state("refused", END, BEGIN)).isEqualTo("refused");
        assertThat(AnswerPeriod.state("accepted", END, END)).isEqualTo("accepted");
    }
}
