package uk.hustings.campaign.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.hustings.api.id.SeatCode;

class ContactRatesTest {

    private static final LocalDate DAY = LocalDate.of(2015, 4, 14);

    @Test
    void coverageIsContactsByElectors() {
        Tally tally = Tally.of(List.of(count(Channel.DOORSTEP, 700, 500), count(Channel.PHONE, null, 140)));

        ContactRates rates = ContactRates.of(tally, tally, 76_964L);

        assertThat(rates.coveragePct()).isEqualByComparingTo("0.83");
        assertThat(rates.byChannel().get(Channel.DOORSTEP).coveragePct()).isEqualByComparingTo("0.65");
        assertThat(ContactRates.of(tally, tally, null).coveragePct()).isNull();
    }

    @Test
    void theStrikeRateKnowsOnlyLinesThatTellTheirAttempts() {
        Tally tally = Tally.of(List.of(
                count(Channel.DOORSTEP, 700, 500), count(Channel.DOORSTEP, null, 90), count(Channel.PHONE, null, 140)));

        ContactRates rates = ContactRates.of(tally, tally, null);

        assertThat(rates.strikeRatePct()).isEqualByComparingTo("71.43");
        assertThat(rates.byChannel().get(Channel.PHONE).strikeRatePct()).isNull();
        assertThat(rates.byChannel().get(Channel.PHONE).attempts()).isNull();
        assertThat(ContactRates.of(new Tally(), new Tally(), 10L).strikeRatePct())
                .isNull();
    }

    @Test
    void codesAreSharesOfThoseOfTheirKind() {
        DayCount canvassed = new DayCount(
                DAY,
                Channel.DOORSTEP,
                700,
                500,
                Map.of(CanvassCode.FIRM, 150, CanvassCode.AGAINST, 50, CanvassCode.NOT_HOME, 180));

        ContactRates rates = ContactRates.of(Tally.of(List.of(canvassed)), new Tally(), null);

        assertThat(rates.codeSharesPct().get(CanvassCode.FIRM)).isEqualByComparingTo("75");
        assertThat(rates.codeSharesPct().get(CanvassCode.SOFT)).isEqualByComparingTo("0");
        assertThat(rates.codeSharesPct().get(CanvassCode.NOT_HOME)).isEqualByComparingTo("100");
        assertThat(ContactRates.of(Tally.of(List.of(count(Channel.DOORSTEP, 7, 5))), new Tally(), null)
                        .codeSharesPct())
                .isEmpty();
    }

    @Test
    void whatATallyHasMoreThanAnotherIsWhatIsToBeAdded() {
        Tally before = Tally.of(List.of(count(Channel.DOORSTEP, 700, 500)));
        Tally after = Tally.of(List.of(count(Channel.DOORSTEP, 800, 450), count(Channel.PHONE, null, 5)));

        Tally more = after.beyond(before);
        Tally less = before.beyond(after);

        assertThat(more.attempts(Channel.DOORSTEP)).isEqualTo(100);
        assertThat(more.contacts(Channel.DOORSTEP)).isZero();
        assertThat(more.contacts(Channel.PHONE)).isEqualTo(5);
        assertThat(less.contacts(Channel.DOORSTEP)).isEqualTo(50);
        assertThat(less.attempted(Channel.DOORSTEP)).isEqualTo(50);
        assertThat(before.beyond(before).nothing()).isTrue();
    }

    @Test
    void linesAreSummedByIsoWeekAcrossNewYear() {
        PartySeat exeter = new PartySeat("exeter", new SeatCode("E14000698"));
        DayCount silvester = new DayCount(LocalDate.of(2014, 12, 31), Channel.PHONE, null, 3, Map.of());
        DayCount newYear = new DayCount(LocalDate.of(2015, 1, 4), Channel.PHONE, null, 4, Map.of());
        DayCount monday = new DayCount(LocalDate.of(2015, 1, 5), Channel.PHONE, null, 5, Map.of());

        var sums = PartyWeek.sums(exeter, List.of(monday, silvester, newYear));

        assertThat(sums.keySet()).extracting(week -> week.week().toString()).containsExactly("2015-W01", "2015-W02");
        assertThat(sums.values()).extracting(Tally::contacts).containsExactly(7L, 5L);
    }

    private static DayCount count(Channel channel, Integer attempts, int contacts) {
        return new DayCount(DAY, channel, attempts, contacts, Map.of());
    }
}
