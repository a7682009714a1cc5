package uk.hustings.campaign.member;

import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.text.domain.Characters;

/** Why a membership or a key is taken away, as the parameter {@code reason} of a DELETE says it. */
final class ChangeReason {

    static final String PARAMETER = "Why, in up to 1,000 characters";

    private static final int LONGEST = 1000;

    private ChangeReason() {}

    /** @throws uk.hustings.api.problem.Problem INVALID_PARAMETER if it is missing, blank or too long */
    static String required(String reason) {
        String why = QueryParameter.required("reason", reason).strip();
        if (Characters.isBlank(why) || !Characters.isPlain(why) || Characters.count(why) > LONGEST) {
            throw QueryParameter.refused("reason", "reason " + Characters.PLAIN + ", of 1 to 1,000 characters");
        }
        return why;
    }

    /** @param unsaid what is recorded if none is given */
    static String orElse(String reason, String unsaid) {
        return reason == null ? unsaid : required(reason);
    }
}
