package uk.hustings.campaign.access.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.contact.domain.Channel;
import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.contact.domain.WeekContacts;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

class ReplayTest {

    private static final AccessPolicy POLICY = new AccessPolicy(
            2,
            500,
            400,
            EnumSet.of(Channel.DOORSTEP),
            EnumSet.of(BattlegroundClass.NON_BATTLEGROUND),
            Duration.ZERO,
            Duration.ofHours(12),
            Instant.MIN,
            Instant.MAX);

    @Test
    void everyWeekIsWeighedAloneAndTheFirstOverTheLimitLocks() {
        Replay.Work work = work(BattlegroundClass.NON_BATTLEGROUND, 399, 400, 500, 501, 620);

        Replay.Outcome outcome = Replay.of(POLICY, List.of(work)).get(0);

        assertThat(outcome.marks())
                .extracting(mark -> mark.week() + " " + mark.contacts() + " " + mark.locks())
                .containsExactly("2015-W11 400 false", "2015-W12 500 false", "2015-W13 501 true", "2015-W14 620 true");
        assertThat(outcome.lockedFrom()).hasToString("2015-W13");
        assertThat(outcome.contactsOver()).isEqualTo(1 + 120);
    }

    @Test
    void whoStaysBelowTheWarningOrWorksInASeatThatIsNotCoveredIsLeftOut() {
        assertThat(Replay.of(
                        POLICY,
                        List.of(work(BattlegroundClass.NON_BATTLEGROUND, 399), work(BattlegroundClass.KEY, 5_000))))
                .isEmpty();
    }

    private static Replay.Work work(BattlegroundClass seatClass, long... weeks) {
        IsoWeek week = IsoWeek.of(LocalDate.parse("2015-03-02"));
        java.util.ArrayList<WeekContacts> all = new java.util.ArrayList<>();
        for (long contacts : weeks) {
            all.add(new WeekContacts(week, Map.of(Channel.DOORSTEP, contacts)));
            week = week.next();
        }
        return new Replay.Work("wigan", SeatCode.fromString("E14001042"), seatClass, all);
    }
}
