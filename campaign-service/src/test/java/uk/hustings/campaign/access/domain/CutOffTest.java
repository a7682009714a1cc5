package uk.hustings.campaign.access.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.hustings.campaign.contact.domain.Channel;
import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.contact.domain.WeekContacts;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

class CutOffTest {

    private static final Instant NOW = Instant.parse("2015-04-14T11:00:00Z");
    private static final Instant POLLS_CLOSE = Instant.parse("2015-05-07T21:00:00Z");
    private static final AccessPolicy V1 = policy(500, 400, EnumSet.of(Channel.DOORSTEP, Channel.PHONE));

    @ParameterizedTest
    @CsvSource({"0, open", "399, open", "400, warned", "499, warned", "500, warned", "501, locked", "1000000, locked"})
    void fourHundredWarnsFiveHundredStaysOnAndFiveHundredAndOneLocks(long contacts, String expected) {
        assertThat(name(decide(week("2015-04-14", Map.of(Channel.DOORSTEP, contacts)))))
                .isEqualTo(expected);
    }

    @Test
    void doorstepAndPhoneAreAddedUp() {
        assertThat(decide(week("2015-04-14", Map.of(Channel.DOORSTEP, 300L, Channel.PHONE, 201L))))
                .isInstanceOfSatisfying(CutOff.Locked.class, locked -> {
                    assertThat(locked.contacts()).isEqualTo(501);
                    assertThat(locked.until()).isEqualTo(POLLS_CLOSE);
                });
    }

    @Test
    void aLeafletRoundLocksNobody() {
        assertThat(decide(week("2015-04-14", Map.of(Channel.LEAFLET, 60_000L, Channel.DOORSTEP, 10L))))
                .isEqualTo(new CutOff.Open(490L));
    }

    @ParameterizedTest
    @EnumSource(
            value = BattlegroundClass.class,
            names = {"KEY", "BATTLEGROUND", "DEFENSIVE"})
    void noOtherSeatLocksByThisRule(BattlegroundClass seatClass) {
        assertThat(CutOff.decide(
                        V1, seatClass, List.of(week("2015-04-14", Map.of(Channel.DOORSTEP, 5_000L))), null, NOW))
                .isEqualTo(new CutOff.Open(null));
    }

    @Test
    void twoWeeksAreNotAddedUpAndTheEarlierOneOverTheLimitIsCited() {
        assertThat(decide(
                        week("2015-04-12", Map.of(Channel.DOORSTEP, 300L)),
                        week("2015-04-13", Map.of(Channel.DOORSTEP, 300L))))
                .isEqualTo(new CutOff.Open(200L));
        assertThat(decide(
                        week("2015-04-13", Map.of(Channel.DOORSTEP, 700L)),
                        week("2015-04-12", Map.of(Channel.DOORSTEP, 600L))))
                .isInstanceOfSatisfying(
                        CutOff.Locked.class,
                        locked -> assertThat(locked.week().week()).hasToString("2015-W15"));
    }

    @Test
    void anExemptionHoldsUntilItEnds() {
        List<WeekContacts> over = List.of(week("2015-04-14", Map.of(Channel.PHONE, 501L)));

        assertThat(CutOff.decide(V1, BattlegroundClass.NON_BATTLEGROUND, over, NOW.plusSeconds(1), NOW))
                .isInstanceOf(CutOff.Open.class);
        assertThat(CutOff.decide(V1, BattlegroundClass.NON_BATTLEGROUND, over, NOW, NOW))
                .isInstanceOf(CutOff.Locked.class);
    }

    @Test
    void nobodyIsLockedOnceThePollsHaveClosed() {
        List<WeekContacts> over = List.of(week("2015-05-07", Map.of(Channel.DOORSTEP, 501L)));

        assertThat(CutOff.decide(V1, BattlegroundClass.NON_BATTLEGROUND, over, null, POLLS_CLOSE.minusSeconds(1)))
                .isInstanceOf(CutOff.Locked.class);
        assertThat(CutOff.decide(V1, BattlegroundClass.NON_BATTLEGROUND, over, null, POLLS_CLOSE))
                .isInstanceOf(CutOff.Open.class);
    }

    @Test
    void thirtySevenContactsByPhoneAloneIsAPolicyLikeAnyOther() {
        AccessPolicy thirtySeven = policy(37, 30, EnumSet.of(Channel.PHONE));
        List<WeekContacts> calls = List.of(week("2015-04-14", Map.of(Channel.PHONE, 38L, Channel.DOORSTEP, 0L)));
        List<WeekContacts> doors = List.of(week("2015-04-14", Map.of(Channel.DOORSTEP, 900L)));

        assertThat(CutOff.decide(thirtySeven, BattlegroundClass.NON_BATTLEGROUND, calls, null, NOW))
                .isInstanceOf(CutOff.Locked.class);
        assertThat(CutOff.decide(thirtySeven, BattlegroundClass.NON_BATTLEGROUND, doors, null, NOW))
                .isEqualTo(new CutOff.Open(37L));
    }

    @Test
    void aCorrectionLiftsOnlyWhenNoWeekSinceIsOver() {
        assertThat(CutOff.stillOver(V1, List.of(week("2015-04-14", Map.of(Channel.DOORSTEP, 500L)))))
                .isFalse();
        assertThat(CutOff.stillOver(
                        V1,
                        List.of(
                                week("2015-04-14", Map.of(Channel.DOORSTEP, 500L)),
                                week("2015-04-21", Map.of(Channel.DOORSTEP, 501L)))))
                .isTrue();
    }

    @Test
    void theReasonGivesTheFiguresTheRuleAndTheWeek() {
        CutOff.Locked locked = (CutOff.Locked) decide(week("2015-04-14", Map.of(Channel.DOORSTEP, 501L)));

        assertThat(Reasons.locked(locked, V1, BattlegroundClass.NON_BATTLEGROUND))
                .isEqualTo(
                        "501 contacts by doorstep and phone in week 2015-W16 are more than the 500 that access policy 1"
                                + " allows in a non-battleground seat.");
    }

    @Test
    void onlyWorkFromBeforeTheDayOfTheLockIsLateAndOnlyForAWeek() {
        LocalDate today = LocalDate.of(2015, 4, 14);

        assertThat(LateCounts.only(List.of(today.minusDays(1), today.minusDays(7)), today, today))
                .isTrue();
        assertThat(LateCounts.only(List.of(today.minusDays(8)), today, today)).isFalse();
        assertThat(LateCounts.only(List.of(today.minusDays(1), today), today, today))
                .isFalse();
        assertThat(LateCounts.only(List.of(), today, today)).isFalse();
    }

    private static CutOff decide(WeekContacts... weeks) {
        return CutOff.decide(V1, BattlegroundClass.NON_BATTLEGROUND, List.of(weeks), null, NOW);
    }

    private static AccessPolicy policy(int limit, int warnAt, EnumSet<Channel> channels) {
        return new AccessPolicy(
                1, limit, warnAt, channels, EnumSet.of(BattlegroundClass.NON_BATTLEGROUND), POLLS_CLOSE);
    }

    private static WeekContacts week(String day, Map<Channel, Long> contacts) {
        return new WeekContacts(IsoWeek.of(LocalDate.parse(day)), contacts);
    }

    private static String name(CutOff outcome) {
        return outcome.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }
}
