package uk.hustings.campaign.resource.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.contact.domain.Channel;

class WorkInSeatTest {

    private static final SeatCode EXETER = new SeatCode("E14000698");
    private static final SeatCode SWINDON = new SeatCode("E14000990");

    @Test
    void tenContactsOrAHundredAndTwentyLeafletsAreAnHour() {
        assertThat(atHome(Map.of(Channel.DOORSTEP, 500L, Channel.PHONE, 140L, Channel.LEAFLET, 1200L)))
                .containsOnly(
                        Map.entry(ResourceKind.DOORSTEP_HOURS, new BigDecimal("60.00")),
                        Map.entry(ResourceKind.PHONE_HOURS, new BigDecimal("14.00")),
                        Map.entry(ResourceKind.LEAFLETS, BigDecimal.valueOf(1200)));
    }

    @Test
    void hoursAreRoundedToHundredthsOnceForDoorsAndLeafletsTogether() {
        assertThat(atHome(Map.of(Channel.DOORSTEP, 1L, Channel.LEAFLET, 1L)))
                .containsEntry(ResourceKind.DOORSTEP_HOURS, new BigDecimal("0.11"));
        assertThat(atHome(Map.of(Channel.LEAFLET, 3L)))
                .containsEntry(ResourceKind.DOORSTEP_HOURS, new BigDecimal("0.03"));
    }

    @Test
    void lettersAreCountedAndOtherChannelsAreNoMeasureOfHours() {
        assertThat(atHome(Map.of(Channel.DIRECT_MAIL, 900L, Channel.DIGITAL, 5000L, Channel.STREET_STALL, 40L)))
                .containsOnly(Map.entry(ResourceKind.DIRECT_MAIL, BigDecimal.valueOf(900)));
    }

    @Test
    void noContactsAreNoAmountRatherThanNought() {
        assertThat(atHome(Map.of(Channel.DOORSTEP, 0L))).isEmpty();
    }

    @Test
    void inATwinnedSeatReportedHoursReplaceThoseOfContacts() {
        WorkInSeat reported = new WorkInSeat(
                SWINDON,
                true,
                Map.of(Channel.DOORSTEP, 500L, Channel.PHONE, 140L, Channel.LEAFLET, 1200L),
                new BigDecimal("36.5"));
        assertThat(reported.measured())
                .containsOnly(
                        Map.entry(ResourceKind.DOORSTEP_HOURS, new BigDecimal("36.5")),
                        Map.entry(ResourceKind.LEAFLETS, BigDecimal.valueOf(1200)));
        assertThat(reported.source()).isEqualTo(WorkInSeat.Source.REPORTED_HOURS);

        WorkInSeat unreported = new WorkInSeat(SWINDON, true, Map.of(Channel.DOORSTEP, 500L), null);
        assertThat(unreported.measured()).containsOnly(Map.entry(ResourceKind.DOORSTEP_HOURS, new BigDecimal("50.00")));
        assertThat(unreported.source()).isEqualTo(WorkInSeat.Source.CONTACTS);
    }

    @Test
    void hoursAreReportedForTwinnedSeatsOnly() {
        assertThatThrownBy(() -> new WorkInSeat(EXETER, false, Map.of(), BigDecimal.TEN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void workAtHomeAndInTwinnedSeatsIsSummedApartAndTogether() {
        MeasuredWork work = MeasuredWork.of(List.of(
                new WorkInSeat(EXETER, false, Map.of(Channel.DOORSTEP, 100L), null),
                new WorkInSeat(SWINDON, true, Map.of(Channel.DOORSTEP, 55L, Channel.PHONE, 20L), null)));

        assertThat(work.atHome()).containsOnly(Map.entry(ResourceKind.DOORSTEP_HOURS, new BigDecimal("10.00")));
        assertThat(work.twinned())
                .containsOnly(
                        Map.entry(ResourceKind.DOORSTEP_HOURS, new BigDecimal("5.50")),
                        Map.entry(ResourceKind.PHONE_HOURS, new BigDecimal("2.00")));
        assertThat(work.total())
                .containsOnly(
                        Map.entry(ResourceKind.DOORSTEP_HOURS, new BigDecimal("15.50")),
                        Map.entry(ResourceKind.PHONE_HOURS, new BigDecimal("2.00")));
    }

    private static Map<ResourceKind, BigDecimal> atHome(Map<Channel, Long> contacts) {
        return new WorkInSeat(EXETER, false, contacts, null).measured();
    }
}
