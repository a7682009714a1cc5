package uk.hustings.campaign.strategy;

import java.util.Arrays;
import java.util.List;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/** How classes are written in requests and answers. */
final class Classes {

    /** In the place of a class: the seat goes back to the rule. */
    static final String RULE = "rule";

    static final String HAND = "hand";

    /** What may be asked for a seat. */
    static final String WANTED = "key|battleground|defensive|non-battleground|rule";

    static final String WANTED_IN_WORDS = "must be key, battleground, defensive, non-battleground or rule";

    private Classes() {}

    static String source(boolean byHand) {
        return byHand ? HAND : RULE;
    }

    /** @return null for {@link #RULE} */
    static BattlegroundClass wanted(String code) {
        return BattlegroundClass.fromCode(code).orElse(null);
    }

    static List<String> codes() {
        return Arrays.stream(BattlegroundClass.values())
                .map(BattlegroundClass::code)
                .toList();
    }
}
