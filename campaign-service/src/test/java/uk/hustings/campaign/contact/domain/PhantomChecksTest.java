package uk.hustings.campaign.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import uk.hustings.api.id.SeatCode;

class PhantomChecksTest {

    private static final PhantomRules RULES = new PhantomRules(0.25, 4, 20, 3, 5, 200, 8, 3);
    private static final PartySeat EXETER = new PartySeat("exeter", new SeatCode("E14000698"));
    private static final LocalDate MONDAY = LocalDate.of(2015, 4, 13);

    @Test
    void asManyPeopleAsElectorsMayBeSpokenToAndNoMore() {
        List<WeekContacts> weeks = List.of(week(0, 40_000), week(1, 36_964));

        assertThat(PhantomChecks.electors(EXETER.seat(), 76_964, weeks, MONDAY, MONDAY.plusDays(13)))
                .isEmpty();
        assertThat(PhantomChecks.electors(EXETER.seat(), 76_963, weeks, MONDAY, MONDAY.plusDays(13)))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.kind()).isEqualTo(ContactFlag.Kind.MORE_THAN_ELECTORS);
                    assertThat(flag.localParty()).isNull();
                    assertThat(flag.detail())
                            .isEqualTo("76964 people were spoken to from 2015-04-13 to 2015-04-26; the seat has 76963"
                                    + " electors.");
                });
        assertThat(PhantomChecks.electors(EXETER.seat(), null, weeks, MONDAY, MONDAY))
                .isEmpty();
    }

    @Test
    void leafletsMayGoToEveryDoorTwice() {
        WeekContacts leaflets = new WeekContacts(new IsoWeek(MONDAY), Map.of(Channel.LEAFLET, 150_000L));

        assertThat(PhantomChecks.electors(EXETER.seat(), 76_964, List.of(leaflets), MONDAY, MONDAY))
                .isEmpty();
        assertThat(PhantomChecks.largeWeeks(EXETER, 76_964, List.of(leaflets), RULES))
                .isEmpty();
    }

    @Test
    void aQuarterOfTheElectorsInAWeekIsTheMostThatPasses() {
        assertThat(PhantomChecks.largeWeeks(EXETER, 76_964, List.of(week(0, 19_241)), RULES))
                .isEmpty();
        assertThat(PhantomChecks.largeWeeks(EXETER, 76_964, List.of(week(0, 19_242)), RULES))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.kind()).isEqualTo(ContactFlag.Kind.LARGE_WEEK);
                    assertThat(flag.from()).isEqualTo(MONDAY);
                    assertThat(flag.to()).isEqualTo(MONDAY.plusDays(6));
                    assertThat(flag.most()).isEqualTo(19_241);
                });
    }

    @Test
    void fiveTimesTheMedianIsNoJumpYet() {
        assertThat(PhantomChecks.jumps(EXETER, weeks(60, 50, 70, 300), MONDAY, RULES))
                .isEmpty();
        assertThat(PhantomChecks.jumps(EXETER, weeks(60, 50, 70, 301), MONDAY, RULES))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.kind()).isEqualTo(ContactFlag.Kind.JUMP);
                    assertThat(flag.contacts()).isEqualTo(301);
                    assertThat(flag.most()).isEqualTo(300);
                });
        assertThat(PhantomChecks.jumps(EXETER, weeks(50, 60, 60, 70, 301), MONDAY, RULES))
                .hasSize(1);
    }

    @Test
    void aJumpHasMoreThanTwoHundredContactsAndAHistory() {
        assertThat(PhantomChecks.jumps(EXETER, weeks(1, 1, 1, 200), MONDAY, RULES))
                .isEmpty();
        assertThat(PhantomChecks.jumps(EXETER, weeks(1, 1, 1, 201), MONDAY, RULES))
                .hasSize(1);
        assertThat(PhantomChecks.jumps(EXETER, weeks(1, 1, 900), MONDAY, RULES)).isEmpty();
        assertThat(PhantomChecks.jumps(EXETER, weeks(1, 1, 0, 900), MONDAY, RULES))
                .isEmpty();
    }

    @Test
    void onlyTheLastEightWeeksWithContactsAreHistory() {
        assertThat(
                        PhantomChecks.jumps(
                                        EXETER,
                                        weeks(1, 1, 1, 1, 300, 300, 300, 300, 300, 300, 300, 300, 1500),
                                        MONDAY,
                                        RULES)
                                .stream()
                                .filter(flag -> flag.contacts() == 1500))
                .isEmpty();
        assertThat(PhantomChecks.jumps(EXETER, weeks(1, 1, 1, 900, 2), MONDAY.plusWeeks(4), RULES))
                .as("a jump before the span is history")
                .isEmpty();
    }

    @Test
    void theSameCountOnFourDaysInSuccessionIsFlagged() {
        assertThat(same(100, 0, 1, 2)).isEmpty();
        assertThat(same(100, 0, 1, 2, 3)).singleElement().satisfies(flag -> {
            assertThat(flag.from()).isEqualTo(MONDAY);
            assertThat(flag.to()).isEqualTo(MONDAY.plusDays(3));
            assertThat(flag.channel()).isEqualTo(Channel.PHONE);
            assertThat(flag.detail())
                    .isEqualTo("100 contacts by phone on each of 4 days in succession, from 2015-04-13 to 2015-04-16.");
        });
    }

    @Test
    void smallCountsAndWeeklySessionsAreOrdinary() {
        assertThat(same(19, 0, 1, 2, 3)).isEmpty();
        assertThat(same(20, 0, 1, 2, 3)).hasSize(1);
        assertThat(same(20, 0, 3, 6, 9)).hasSize(1);
        assertThat(same(20, 0, 4, 8, 12)).isEmpty();
        assertThat(same(20, 0, 7, 14, 21)).isEmpty();
    }

    @Test
    void anotherCountEndsTheSuccession() {
        SortedMap<LocalDate, Long> days = days(100, 0, 1, 2, 4, 5, 6);
        days.put(MONDAY.plusDays(3), 101L);

        assertThat(PhantomChecks.sameNumbers(EXETER, Channel.PHONE, days, RULES))
                .isEmpty();
        days.put(MONDAY.plusDays(3), 100L);
        assertThat(PhantomChecks.sameNumbers(EXETER, Channel.PHONE, days, RULES))
                .hasSize(1);
    }

    private static List<ContactFlag> same(long contacts, int... days) {
        return PhantomChecks.sameNumbers(EXETER, Channel.PHONE, days(contacts, days), RULES);
    }

    private static SortedMap<LocalDate, Long> days(long contacts, int... days) {
        SortedMap<LocalDate, Long> counts = new TreeMap<>();
        for (int day : days) {
            counts.put(MONDAY.plusDays(day), contacts);
        }
        return counts;
    }

    private static List<WeekContacts> weeks(long... contacts) {
        List<WeekContacts> weeks = new ArrayList<>();
        for (long of : contacts) {
            weeks.add(week(weeks.size(), of));
        }
        return weeks;
    }

    private static WeekContacts week(int after, long contacts) {
        return new WeekContacts(
                new IsoWeek(MONDAY.plusWeeks(after)),
                Map.of(Channel.DOORSTEP, contacts / 2, Channel.PHONE, contacts - contacts / 2));
    }
}
