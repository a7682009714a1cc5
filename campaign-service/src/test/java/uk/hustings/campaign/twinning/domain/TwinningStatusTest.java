package uk.hustings.campaign.twinning.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.hustings.campaign.twinning.domain.TwinningStatus.ACCEPTED;
import static uk.hustings.campaign.twinning.domain.TwinningStatus.ENDED;
import static uk.hustings.campaign.twinning.domain.TwinningStatus.PROPOSED;
import static uk.hustings.campaign.twinning.domain.TwinningStatus.REFUSED;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TwinningStatusTest {

    @Test
    void aProposalIsAnsweredOnceTakenBackOrRunsOut() {
        assertThat(PROPOSED.after(Step.ACCEPT)).contains(ACCEPTED);
        assertThat(PROPOSED.after(Step.REFUSE)).contains(REFUSED);
        assertThat(PROPOSED.after(Step.RECALL)).contains(ENDED);
        assertThat(PROPOSED.after(Step.RUN_OUT)).contains(ENDED);
        assertThat(PROPOSED.after(Step.END)).isEmpty();
    }

    @Test
    void whatIsAcceptedCanOnlyEnd() {
        assertThat(ACCEPTED.after(Step.END)).contains(ENDED);
        assertThat(ACCEPTED.after(Step.RECALL)).contains(ENDED);
        assertThat(ACCEPTED.after(Step.RUN_OUT)).contains(ENDED);
        assertThat(ACCEPTED.after(Step.ACCEPT)).isEmpty();
        assertThat(ACCEPTED.after(Step.REFUSE)).isEmpty();
    }

    @Test
    void whatIsRefusedOrEndedStaysSo() {
        for (Step step : Step.values()) {
            assertThat(REFUSED.after(step)).isEqualTo(Optional.empty());
            assertThat(ENDED.after(step)).isEqualTo(Optional.empty());
        }
    }

    @Test
    void codesAreReadAsTheyAreWritten() {
        for (TwinningStatus status : TwinningStatus.values()) {
            assertThat(TwinningStatus.fromCode(status.code())).isEqualTo(status);
        }
        assertThatThrownBy(() -> TwinningStatus.fromCode("lapsed")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bothEndsOfAPeriodBelongToIt() {
        LocalDate first = LocalDate.of(2015, 4, 14);
        LocalDate last = LocalDate.of(2015, 5, 7);
        Period period = new Period(first, last);
        assertThat(period.includes(first)).isTrue();
        assertThat(period.includes(last)).isTrue();
        assertThat(period.includes(first.minusDays(1))).isFalse();
        assertThat(period.includes(last.plusDays(1))).isFalse();
        assertThat(period.overBy(last)).isFalse();
        assertThat(period.overBy(last.plusDays(1))).isTrue();
        assertThat(period.days()).isEqualTo(24);
        assertThat(new Period(last, first).reversed()).isTrue();
        assertThat(new Period(first, first).reversed()).isFalse();
    }

    @Test
    void aTwinningLastsALeapYearAtTheMost() {
        LocalDate first = LocalDate.of(2015, 4, 14);
        assertThat(new Period(first, first.plusDays(365)).tooLong()).isFalse();
        assertThat(new Period(first, first.plusDays(366)).tooLong()).isTrue();
    }
}
