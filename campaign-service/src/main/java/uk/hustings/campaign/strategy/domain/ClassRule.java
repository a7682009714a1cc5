package uk.hustings.campaign.strategy.domain;

import java.math.BigDecimal;

/**
 * Which class a seat has by the rule.
 *
 * @param keyRank the nearest so many targets are key
 * @param battlegroundRank the nearest so many that are not key are battleground
 * @param defensiveBelowPts an own seat with a majority of less than this is defended, in points
 */
public record ClassRule(int keyRank, int battlegroundRank, BigDecimal defensiveBelowPts) {

    /**
     * @param held whether we hold the seat
     * @param targetRank 1 for the nearest target; null if we hold the seat or did not stand there
     * @param majorityPts the holder's lead over the second; null without a result
     */
    public BattlegroundClass classOf(boolean held, Integer targetRank, BigDecimal majorityPts) {
        if (held) {
            return majorityPts != null && majorityPts.compareTo(defensiveBelowPts) < 0
                    ? BattlegroundClass.DEFENSIVE
                    : BattlegroundClass.NON_BATTLEGROUND;
        }
        if (targetRank == null || targetRank > battlegroundRank) {
            return BattlegroundClass.NON_BATTLEGROUND;
        }
        return targetRank <= keyRank ? BattlegroundClass.KEY : BattlegroundClass.BATTLEGROUND;
    }
}
