package uk.hustings.campaign.access.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
                        V1,
                        seatClass,
                        List.of(week("2015-04-14", Map.of(Channel.DOORSTEP, 5_000L))),
                        CutOff.Respite.NONE,
                        NOW))
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

        assertThat(CutOff.decide(V1, BattlegroundClass.NON_BATTLEGROUND, over, exemptUntil(NOW.plusSeconds(1)), NOW))
                .isInstanceOf(CutOff.Open.class);
        assertThat(CutOff.decide(V1, BattlegroundClass.NON_BATTLEGROUND, over, exemptUntil(NOW), NOW))
                .isInstanceOf(CutOff.Locked.class);
    }

    @Test
    void nobodyIsLockedOnceThePollsHaveClosed() {
        List<WeekContacts> over = List.of(week("2015-05-07", Map.of(Channel.DOORSTEP, 501L)));

        assertThat(CutOff.decide(
                        V1, BattlegroundClass.NON_BATTLEGROUND, over, CutOff.Respite.NONE, POLLS_CLOSE.minusSeconds(1)))
                .isInstanceOf(CutOff.Locked.class);
        assertThat(CutOff.decide(V1, BattlegroundClass.NON_BATTLEGROUND, over, CutOff.Respite.NONE, POLLS_CLOSE))
                .isInstanceOf(CutOff.Open.class);
    }

    @Test
    void thirtySevenContactsByPhoneAloneIsAPolicyLikeAnyOther() {
        AccessPolicy thirtySeven = policy(37, 30, EnumSet.of(Channel.PHONE));
        List<WeekContacts> calls = List.of(week("2015-04-14", Map.of(Channel.PHONE, 38L, Channel.DOORSTEP, 0L)));
        List<WeekContacts> doors = List.of(week("2015-04-14", Map.of(Channel.DOORSTEP, 900L)));

        assertThat(CutOff.decide(thirtySeven, BattlegroundClass.NON_BATTLEGROUND, calls, CutOff.Respite.NONE, NOW))
                .isInstanceOf(CutOff.Locked.class);
        assertThat(CutOff.decide(thirtySeven, BattlegroundClass.NON_BATTLEGROUND, doors, CutOff.Respite.NONE, NOW))
                .isEqualTo(new CutOff.Open(37L));
    }

    @ParameterizedTest
    @CsvSource({"29, open", "30, warned", "37, warned", "38, locked"})
    void theBoundariesOfAnyPolicyAreThoseOfItsOwnFigures(long calls, String expected) {
        AccessPolicy thirtySeven = policy(37, 30, EnumSet.of(Channel.PHONE));

        assertThat(name(CutOff.decide(
                        thirtySeven,
                        BattlegroundClass.NON_BATTLEGROUND,
                        List.of(week("2015-04-14", Map.of(Channel.PHONE, calls))),
                        CutOff.Respite.NONE,
                        NOW)))
                .isEqualTo(expected);
    }

    @Test
    void anExemptionThatCameToItsEndCoversTheWeeksBeforeItForGood() {
        List<WeekContacts> lastWeek = List.of(week("2015-04-12", Map.of(Channel.PHONE, 501L)));
        Instant endOfLastWeek = Instant.parse("2015-04-12T23:00:00Z");

        assertThat(decide(V1, lastWeek, exemptUntil(endOfLastWeek))).isEqualTo(new CutOff.Open(null));
        assertThat(decide(V1, lastWeek, exemptUntil(endOfLastWeek.minusSeconds(1))))
                .isInstanceOf(CutOff.Locked.class);
    }

    @Test
    void aPolicySaysNothingBeforeItIsValid() {
        AccessPolicy fromNow = policy(500, 400, EnumSet.of(Channel.PHONE), Duration.ZERO, NOW);
        AccessPolicy later = policy(500, 400, EnumSet.of(Channel.PHONE), Duration.ZERO, NOW.plusSeconds(1));
        List<WeekContacts> over = List.of(week("2015-04-14", Map.of(Channel.PHONE, 501L)));

        assertThat(decide(fromNow, over, CutOff.Respite.NONE)).isInstanceOf(CutOff.Locked.class);
        assertThat(decide(later, over, CutOff.Respite.NONE)).isEqualTo(new CutOff.Open(null));
        assertThat(decide(AccessPolicy.NONE, over, CutOff.Respite.NONE)).isEqualTo(new CutOff.Open(null));
    }

    @Test
    void aNoticeRunsBeforeTheLockAndTheCountIsWeighedAgainWhenItIsDue() {
        AccessPolicy aDaysNotice = policy(500, 400, EnumSet.of(Channel.PHONE), Duration.ofHours(24), Instant.MIN);
        List<WeekContacts> over = List.of(week("2015-04-14", Map.of(Channel.PHONE, 501L)));
        List<WeekContacts> corrected = List.of(week("2015-04-14", Map.of(Channel.PHONE, 500L)));
        Instant due = NOW.plus(Duration.ofHours(24));

        assertThat(decide(aDaysNotice, over, CutOff.Respite.NONE)).isEqualTo(new CutOff.Notice(over.get(0), 501, due));
        assertThat(decide(aDaysNotice, over, new CutOff.Respite(null, NOW.plusSeconds(1))))
                .isEqualTo(new CutOff.Notice(over.get(0), 501, NOW.plusSeconds(1)));
        assertThat(decide(aDaysNotice, over, new CutOff.Respite(null, NOW))).isInstanceOf(CutOff.Locked.class);
        assertThat(decide(aDaysNotice, corrected, new CutOff.Respite(null, NOW)))
                .isInstanceOf(CutOff.Warned.class);
    }

    @Test
    void aClassThatChangesInTheMiddleOfAWeekDecidesAboutTheWholeWeek() {
        List<WeekContacts> over = List.of(week("2015-04-14", Map.of(Channel.PHONE, 501L)));

        assertThat(CutOff.decide(V1, BattlegroundClass.BATTLEGROUND, over, CutOff.Respite.NONE, NOW))
                .isEqualTo(new CutOff.Open(null));
        assertThat(CutOff.decide(V1, BattlegroundClass.NON_BATTLEGROUND, over, CutOff.Respite.NONE, NOW))
                .isInstanceOf(CutOff.Locked.class);
    }

    @Test
    void atNewYearTheWeekIsNotCutInTwo() {
        WeekContacts acrossTheYears = week("2014-12-29", Map.of(Channel.PHONE, 250L, Channel.DOORSTEP, 251L));

        assertThat(week("2015-01-04", Map.of()).week()).isEqualTo(acrossTheYears.week());
        assertThat(decide(acrossTheYears)).isInstanceOfSatisfying(CutOff.Locked.class, locked -> assertThat(
                        locked.week().week())
                .hasToString("2015-W01"));
    }

    @ParameterizedTest
    @CsvSource({
        // Monday begins at midnight in London: the clocks go forward on 29 March 2015 and back on 26 October 2014.
        "2015-03-23, 2015-03-29T23:00:00Z",
        "2015-03-16, 2015-03-23T00:00:00Z",
        "2014-10-20, 2014-10-27T00:00:00Z",
        "2014-10-13, 2014-10-19T23:00:00Z",
        "2014-12-29, 2015-01-05T00:00:00Z"
    })
    void aWeekEndsAtMidnightInLondonWhateverTheClocksDo(String monday, Instant end) {
        WeekContacts over = week(monday, Map.of(Channel.PHONE, 501L));

        assertThat(decide(V1, List.of(over), exemptUntil(end))).isEqualTo(new CutOff.Open(null));
        assertThat(decide(V1, List.of(over), exemptUntil(end.minusSeconds(1)))).isInstanceOf(CutOff.Locked.class);
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
        return CutOff.decide(V1, BattlegroundClass.NON_BATTLEGROUND, List.of(weeks), CutOff.Respite.NONE, NOW);
    }

    private static CutOff decide(AccessPolicy policy, List<WeekContacts> weeks, CutOff.Respite respite) {
        return CutOff.decide(policy, BattlegroundClass.NON_BATTLEGROUND, weeks, respite, NOW);
    }

    private static AccessPolicy policy(int limit, int warnAt, EnumSet<Channel> channels) {
        return policy(limit, warnAt, channels, Duration.ZERO, Instant.MIN);
    }

    private static AccessPolicy policy(
            int limit, int warnAt, EnumSet<Channel> channels, Duration notice, Instant begins) {
        return new AccessPolicy(
                1,
                limit,
                warnAt,
                channels,
                EnumSet.of(BattlegroundClass.NON_BATTLEGROUND),
                notice,
                Duration.ofHours(12),
                begins,
                POLLS_CLOSE);
    }

    private static CutOff.Respite exemptUntil(Instant until) {
        return new CutOff.Respite(until, null);
    }

    private static WeekContacts week(String day, Map<Channel, Long> contacts) {
        return new WeekContacts(IsoWeek.of(LocalDate.parse(day)), contacts);
    }

    private static String name(CutOff outcome) {
        return outcome.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }
}
