package uk.hustings.campaign.contact.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a contact was made. */
public enum Channel {
    DOORSTEP,
    PHONE,
    LEAFLET,
    DIRECT_MAIL,
    DIGITAL,
    STREET_STALL;

    /** As the API writes it, for example {@code direct-mail}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether somebody answers: a voter who was spoken to, rather than one to whom something was sent. */
    public boolean spoken() {
        return this == DOORSTEP || this == PHONE || this == STREET_STALL;
    }

    public static Optional<Channel> fromCode(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }

    public static String codes() {
        return String.join(", ", Arrays.stream(values()).map(Channel::code).toList());
    }
}
