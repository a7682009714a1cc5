package uk.hustings.campaign.strategy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;
import uk.hustings.campaign.strategy.domain.ClassRule;
import uk.hustings.campaign.strategy.domain.Classing;

/**
 * The strategy as the database has it.
 *
 * @param edition grows with every change
 * @param rule in force
 * @param byHand seats that a person classed
 */
record StrategyState(long edition, RuleVersion rule, Map<SeatCode, ByHand> byHand, Classing classing) {

    /**
     * A version of the rule.
     *
     * @param decidedAt domain time; null for the founding version
     */
    record RuleVersion(int version, ClassRule rule, String author, String reason, Instant decidedAt) {

        static RuleVersion founding(StrategyConfig config) {
            return new RuleVersion(
                    1,
                    new ClassRule(config.keyRank(), config.battlegroundRank(), plain(config.defensiveBelowPts())),
                    "founding rule",
                    "The rule that the campaign began with.",
                    null);
        }
    }

    /** Who classed a seat, why and when. */
    record ByHand(BattlegroundClass battlegroundClass, String author, String reason, Instant decidedAt) {}

    static StrategyState of(long edition, RuleVersion rule, Map<SeatCode, ByHand> byHand) {
        return new StrategyState(
                edition,
                rule,
                Map.copyOf(byHand),
                new Classing(
                        rule.rule(),
                        byHand.entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, chosen -> chosen.getValue()
                                        .battlegroundClass()))));
    }

    /** 10 and 10.00 are one threshold, and written in one way. */
    static BigDecimal plain(BigDecimal points) {
        BigDecimal stripped = points.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
