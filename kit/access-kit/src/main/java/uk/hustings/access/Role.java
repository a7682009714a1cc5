package uk.hustings.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What one may do. The realm roles of Keycloak; {@code ANONYMOUS} is nobody, {@code SERVICE} a service of the suite.
 * {@code KEY_HOLDER} and {@code SERVICE} are client roles of {@code hustings-api}.
 */
public enum Role {
    ANONYMOUS,
    CANVASSER,
    LOCAL_ORGANISER,
    REGIONAL_ORGANISER,
    NATIONAL_ORGANISER,
    ANALYST,
    AUDITOR,
    SERVICE,
    KEY_HOLDER;

    /** As Keycloak and the matrix write it, for example {@code local-organiser}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it reaches beyond one local party, so that no member of a local party may have it. */
    public boolean isWider() {
        return switch (this) {
            case REGIONAL_ORGANISER, NATIONAL_ORGANISER, ANALYST, AUDITOR, SERVICE -> true;
            case ANONYMOUS, CANVASSER, LOCAL_ORGANISER, KEY_HOLDER -> false;
        };
    }

    /** Empty for a role that is none of ours. Nobody is anonymous by a token's say-so. */
    public static Optional<Role> fromToken(String code) {
        return Arrays.stream(values())
                .filter(role -> role != ANONYMOUS && role.code().equals(code))
                .findFirst();
    }
}
