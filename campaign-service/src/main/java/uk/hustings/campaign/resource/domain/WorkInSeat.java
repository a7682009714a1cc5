package uk.hustings.campaign.resource.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.contact.domain.Channel;

/**
 * What a local party reported of its work in one seat in one week.
 *
 * @param twinned whether it worked there as a donor rather than at home
 * @param contacts by channel; a channel that is left out had none
 * @param reportedHours hours that it reported for the twinning; null if none, and always at home
 */
public record WorkInSeat(SeatCode seat, boolean twinned, Map<Channel, Long> contacts, BigDecimal reportedHours) {

    /** Contacts by doorstep or phone that an activist makes in an hour. */
    public static final int CONTACTS_PER_HOUR = 10;

    /** Leaflets that an activist delivers in an hour. */
    public static final int LEAFLETS_PER_HOUR = 120;

    /** From what hours in a seat are known. */
    public enum Source {
        CONTACTS,
        REPORTED_HOURS;

        /** As the API writes it, for example {@code reported-hours}. */
        public String code() {
            return this == CONTACTS ? "contacts" : "reported-hours";
        }
    }

    /** @throws IllegalArgumentException if hours are reported for a seat that is not twinned */
    public WorkInSeat {
        if (reportedHours != null && !twinned) {
            throw new IllegalArgumentException("Hours are reported for twinned seats only, not for " + seat);
        }
        contacts = Map.copyOf(contacts);
    }

    /** Reported hours replace those worked out from contacts; the two are never added. */
    public Source source() {
        return reportedHours == null ? Source.CONTACTS : Source.REPORTED_HOURS;
    }

    /**
     * What was worked, by kind; a kind without work is left out. Doorstep hours = contacts by doorstep / 10 + leaflets / 120;
     * phone hours = contacts by phone / 10; each rounded to hundredths. Hours that were reported count as doorstep hours. Leaflets
     * and letters are counted as items, too, however the hours are known.
     */
    public Map<ResourceKind, BigDecimal> measured() {
        Map<ResourceKind, BigDecimal> measured = new EnumMap<>(ResourceKind.class);
        if (reportedHours != null) {
            put(measured, ResourceKind.DOORSTEP_HOURS, reportedHours);
        } else {
            long leafletsToTheHour = LEAFLETS_PER_HOUR / CONTACTS_PER_HOUR;
            put(
                    measured,
                    ResourceKind.DOORSTEP_HOURS,
                    hours(Math.addExact(
                            Math.multiplyExact(count(Channel.DOORSTEP), leafletsToTheHour), count(Channel.LEAFLET))));
            put(measured, ResourceKind.PHONE_HOURS, hours(Math.multiplyExact(count(Channel.PHONE), leafletsToTheHour)));
        }
        put(measured, ResourceKind.LEAFLETS, BigDecimal.valueOf(count(Channel.LEAFLET)));
        put(measured, ResourceKind.DIRECT_MAIL, BigDecimal.valueOf(count(Channel.DIRECT_MAIL)));
        return measured;
    }

    private long count(Channel channel) {
        return contacts.getOrDefault(channel, 0L);
    }

    /** @param work in leaflets: a contact takes as long as twelve of them */
    private static BigDecimal hours(long work) {
        return BigDecimal.valueOf(work)
                .divide(BigDecimal.valueOf(LEAFLETS_PER_HOUR), ResourceKind.DECIMAL_PLACES, RoundingMode.HALF_UP);
    }

    private static void put(Map<ResourceKind, BigDecimal> measured, ResourceKind kind, BigDecimal amount) {
        if (amount.signum() > 0) {
            measured.put(kind, amount);
        }
    }
}
