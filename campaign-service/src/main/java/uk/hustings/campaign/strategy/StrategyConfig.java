package uk.hustings.campaign.strategy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** Parameters of the rule that gives every seat its battleground class. */
@ConfigMapping(prefix = "hustings.strategy")
public interface StrategyConfig {

    /** Targets up to this rank are key seats. */
    @WithDefault("50")
    int keyRank();

    /** Targets up to this rank that are not key are battleground seats. */
    @WithDefault("106")
    int battlegroundRank();

    /** Own seats with a majority below this are defensive, in percentage points. */
    @WithDefault("10")
    BigDecimal defensiveBelowPts();
}
