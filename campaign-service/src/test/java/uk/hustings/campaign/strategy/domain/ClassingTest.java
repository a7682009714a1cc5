package uk.hustings.campaign.strategy.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.hustings.campaign.strategy.domain.BattlegroundClass.BATTLEGROUND;
import static uk.hustings.campaign.strategy.domain.BattlegroundClass.KEY;
import static uk.hustings.campaign.strategy.domain.BattlegroundClass.NON_BATTLEGROUND;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.strategy.domain.Classing.Classed;
import uk.hustings.campaign.strategy.domain.Classing.Seat;
import uk.hustings.campaign.strategy.domain.Classing.Step;

class ClassingTest {

    private static final Seat CREWE = new Seat(SeatCode.fromString("E14000653"), false, 86, new BigDecimal("11.84"));
    private static final Seat HALLAM = new Seat(SeatCode.fromString("E14000922"), false, 254, new BigDecimal("29.89"));
    private static final Classing BY_RULE = new Classing(new ClassRule(50, 106, BigDecimal.TEN), Map.of());

    @Test
    void theRuleClassesWhatNobodyClassedByHand() {
        Classing classing = BY_RULE.withHand(Map.of(HALLAM.seatCode(), KEY));

        assertThat(classing.of(CREWE)).isEqualTo(new Classed(BATTLEGROUND, false));
        assertThat(classing.of(HALLAM)).isEqualTo(new Classed(KEY, true));
        assertThat(classing.byRule(HALLAM)).isEqualTo(NON_BATTLEGROUND);
    }

    @Test
    void aSeatGoesBackToTheRule() {
        Classing classing = BY_RULE.withHand(Map.of(HALLAM.seatCode(), KEY))
                .withHand(Collections.singletonMap(HALLAM.seatCode(), null));

        assertThat(classing.of(HALLAM)).isEqualTo(new Classed(NON_BATTLEGROUND, false));
    }

    @Test
    void anotherRuleLeavesSeatsAloneThatWereClassedByHand() {
        Classing before = BY_RULE.withHand(Map.of(CREWE.seatCode(), BATTLEGROUND));

        List<Step> steps =
                before.stepsTo(before.withRule(new ClassRule(254, 300, BigDecimal.TEN)), List.of(CREWE, HALLAM));

        assertThat(steps)
                .containsExactly(
                        new Step(HALLAM.seatCode(), new Classed(NON_BATTLEGROUND, false), new Classed(KEY, false)));
    }

    @Test
    void toTakeASeatInHandIsAChangeThatReclassifiesNothingWhenTheClassStays() {
        List<Step> steps =
                BY_RULE.stepsTo(BY_RULE.withHand(Map.of(CREWE.seatCode(), BATTLEGROUND)), List.of(CREWE, HALLAM));

        assertThat(steps).hasSize(1);
        assertThat(steps.get(0).reclassifies()).isFalse();
        assertThat(steps.get(0).to().byHand()).isTrue();
    }
}
