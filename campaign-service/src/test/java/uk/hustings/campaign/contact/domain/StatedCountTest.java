package uk.hustings.campaign.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatedCountTest {

    private static final LocalDate TODAY = LocalDate.of(2015, 4, 14);

    @Test
    void aDayMayBeTodayOrTheFirstOfTheBoundariesAndNoOther() {
        assertThat(faults(count(TODAY, 10, 5, Map.of()))).isEmpty();
        assertThat(faults(count(LocalDate.of(2010, 4, 12), 10, 5, Map.of()))).isEmpty();
        assertThat(faults(count(TODAY.plusDays(1), 10, 5, Map.of())))
                .containsExactly("day must not lie in the future; today is 2015-04-14");
        assertThat(faults(count(LocalDate.of(2010, 4, 11), 10, 5, Map.of())))
                .containsExactly("day must be 2010-04-12 or later");
        assertThat(faults(count(null, 10, 5, Map.of()))).containsExactly("day must not be empty");
    }

    @Test
    void figuresGoFromNothingToAMillion() {
        assertThat(faults(count(TODAY, 1_000_000, 1_000_000, Map.of()))).isEmpty();
        assertThat(faults(count(TODAY, 0, 0, Map.of(CanvassCode.FIRM, 0)))).isEmpty();
        assertThat(faults(count(TODAY, 1_000_001, -1, Map.of(CanvassCode.DONT_KNOW, -3))))
                .containsExactly(
                        "contacts must be 0 to 1000000, was -1",
                        "attempts must be 0 to 1000000, was 1000001",
                        "dontKnow must be 0 to 1000000, was -3");
    }

    @Test
    void thereAreNoMoreContactsThanAttemptsWhereTheseAreKnown() {
        assertThat(faults(count(TODAY, 5, 5, Map.of()))).isEmpty();
        assertThat(faults(count(TODAY, null, 6, Map.of()))).isEmpty();
        assertThat(faults(count(TODAY, 5, 6, Map.of())))
                .containsExactly("contacts must not be more than the 5 attempts, was 6");
    }

    @Test
    void peopleWhoWereSpokenToAreContacts() {
        Map<CanvassCode, Integer> five =
                Map.of(CanvassCode.FIRM, 2, CanvassCode.SOFT, 1, CanvassCode.AGAINST, 1, CanvassCode.REFUSED, 1);
        assertThat(faults(count(TODAY, 10, 5, five))).isEmpty();
        assertThat(faults(count(TODAY, 10, 4, five)))
                .containsExactly("codes firm, soft, against, dont-know and refused must not add up to more than"
                        + " the 4 contacts, was 5");
    }

    @Test
    void nobodyAtHomeIsAnAttemptWithoutAContact() {
        Map<CanvassCode, Integer> six = Map.of(CanvassCode.MOVED, 1, CanvassCode.DECEASED, 1, CanvassCode.NOT_HOME, 4);
        assertThat(faults(count(TODAY, 10, 4, six))).isEmpty();
        assertThat(faults(count(TODAY, null, 4, six))).isEmpty();
        assertThat(faults(count(TODAY, 10, 5, six)))
                .containsExactly("codes moved, deceased and not-home must not add up to more than the 5 attempts that"
                        + " were no contacts, was 6");
    }

    @Test
    void everyFaultIsToldAtOnce() {
        assertThat(faults(new StatedCount(null, "pigeon", -1, null, Map.of()))).hasSize(4);
    }

    private static StatedCount count(
            LocalDate day, Integer attempts, Integer contacts, Map<CanvassCode, Integer> codes) {
        return new StatedCount(day, "doorstep", attempts, contacts, codes);
    }

    private static List<String> faults(StatedCount count) {
        List<String> faults = new ArrayList<>();
        DayCount checked = count.check(TODAY, (field, detail) -> faults.add(field + " " + detail));
        assertThat(checked == null).isEqualTo(!faults.isEmpty());
        return faults;
    }
}
