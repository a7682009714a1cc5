package uk.hustings.campaign.member;

import java.util.Locale;
import java.util.regex.Pattern;
import uk.hustings.access.Caller;
import uk.hustings.api.param.QueryParameter;

/** The name under which an account logs in. Keycloak keeps it in lower case and does not tell cases apart. */
record AccountName(String value) {

    private static final int LONGEST = 255;
    private static final Pattern UNUSABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    /** @throws uk.hustings.api.problem.Problem INVALID_PARAMETER, whether or not such an account exists */
    static AccountName of(String typed) {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.length() > LONGEST || UNUSABLE.matcher(name).find()) {
            throw QueryParameter.refused(
                    "account", "account must have 1 to %d characters, none a control character".formatted(LONGEST));
        }
        return new AccountName(name);
    }

    static AccountName of(Caller caller) {
        return new AccountName(caller.name().toLowerCase(Locale.ROOT));
    }

    boolean isOf(Caller caller) {
        return equals(of(caller));
    }
}
