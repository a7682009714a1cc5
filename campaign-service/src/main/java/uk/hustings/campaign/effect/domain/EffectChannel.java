package uk.hustings.campaign.effect.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of work that have an effect. */
public enum EffectChannel {
    /** An activist's hour at the doorstep: ten contacts. */
    DOORSTEP(10),
    /** An activist's hour on the phone: ten contacts. */
    PHONE(10),
    /** One leaflet. */
    LEAFLET(1),
    /** One item of addressed mail. */
    DIRECT_MAIL(1),
    /** An hour of a paid organiser, counted as the doorstep work that it organises: ten contacts. */
    ORGANISER(10),
    /** A leader's visit, whose effect is on the lead of the whole seat. */
    VISIT(0);

    private final double usualContactsPerUnit;

    EffectChannel(double usualContactsPerUnit) {
        this.usualContactsPerUnit = usualContactsPerUnit;
    }

    /** Contacts that one unit makes unless a set says otherwise; assumed. 0 for a visit, which has none. */
    public double usualContactsPerUnit() {
        return usualContactsPerUnit;
    }

    /** The unit in which an effect of this channel is given. */
    public EffectUnit unit() {
        return this == VISIT ? EffectUnit.POINTS_OF_LEAD : EffectUnit.POINTS_PER_CONTACT;
    }

    /** As the API writes it, for example {@code direct-mail}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(EffectChannel::code).toList();
    }

    public static Optional<EffectChannel> fromCode(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }
}
