package uk.hustings.campaign.effect.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffectSetTest {

    @Test
    void theShippedSetsHaveASourceForEveryEffect() {
        assertThat(ShippedEffectSets.ALL)
                .extracting(EffectSet::id)
                .containsExactly("cautious", "us-field-trials", "by-election", "no-effect");
        assertThat(ShippedEffectSets.ALL).allSatisfy(set -> {
            assertThat(set.version()).isEqualTo(1);
            assertThat(set.effects()).hasSize(EffectChannel.values().length);
            assertThat(set.effects()).allSatisfy(effect -> {
                assertThat(effect.source()).hasSizeBetween(20, 1000);
                assertThat(effect.outcome()).isEqualTo(Outcome.TURNOUT);
            });
        });
        assertThat(ShippedEffectSets.NO_EFFECT.nought()).isTrue();
        assertThat(ShippedEffectSets.CAUTIOUS.nought()).isFalse();
    }

    @Test
    void anHourOfLeafletsNeverBeatsAnHourAtTheDoorAtAGeneralElection() {
        for (EffectSet set : List.of(ShippedEffectSets.CAUTIOUS, ShippedEffectSets.US_FIELD_TRIALS)) {
            double leaflets = 120 * set.of(EffectChannel.LEAFLET).orElseThrow().leadVotesPerUnit();
            assertThat(leaflets)
                    .isLessThanOrEqualTo(
                            set.of(EffectChannel.DOORSTEP).orElseThrow().leadVotesPerUnit());
        }
    }

    @Test
    void theDefaultFollowsFromTheKindOfElection() {
        assertThat(ShippedEffectSets.defaultFor(EffectContext.GENERAL)).contains(ShippedEffectSets.CAUTIOUS);
        assertThat(ShippedEffectSets.defaultFor(EffectContext.BY_ELECTION)).contains(ShippedEffectSets.BY_ELECTION);
        assertThat(ShippedEffectSets.defaultFor(EffectContext.LOCAL)).isEmpty();
        assertThat(ShippedEffectSets.find("no-effect")).contains(ShippedEffectSets.NO_EFFECT);
        assertThat(ShippedEffectSets.find("hopeful")).isEmpty();
    }

    @Test
    void effectsOfAnotherContextNeedAReason() {
        EffectSet byElection = ShippedEffectSets.BY_ELECTION;
        assertThat(ContextCheck.requireContext(byElection, EffectContext.BY_ELECTION, null))
                .isEqualTo(new ContextCheck.Fits());
        assertThat(ContextCheck.requireContext(byElection, EffectContext.GENERAL, "To show what we would believe"))
                .isEqualTo(new ContextCheck.Allowed(EffectContext.BY_ELECTION, "To show what we would believe"));
        for (String none : new String[] {null, "", "  "}) {
            assertThat(ContextCheck.requireContext(byElection, EffectContext.GENERAL, none))
                    .isInstanceOfSatisfying(ContextCheck.Refused.class, refused -> assertThat(refused.detail())
                            .contains("by-election, version 1", "not of a general election", "allowOtherContext"));
        }
    }

    @Test
    void noEffectFitsEveryContext() {
        for (EffectContext context : EffectContext.values()) {
            assertThat(ContextCheck.requireContext(ShippedEffectSets.NO_EFFECT, context, null))
                    .isEqualTo(new ContextCheck.Fits());
        }
    }

    @Test
    void aSetHasOneEffectOfEachChannelAtMost() {
        Effect doorstep = effect(1, 1, null, 10);
        assertThatIllegalArgumentException().isThrownBy(() -> set(doorstep, doorstep));
        assertThatIllegalArgumentException().isThrownBy(EffectSetTest::set);
        assertThat(set(doorstep).of(EffectChannel.PHONE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 20.01, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void absurdPointsAreRefused(double points) {
        assertThatIllegalArgumentException().isThrownBy(() -> effect(points, 1, null, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> effect(1, points, null, 10));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 20})
    void pointsAtTheLimitsAreTaken(double points) {
        assertThat(effect(points, points, null, 10).value()).isEqualTo(points);
    }

    @Test
    void halfLivesAndContactsHaveLimits() {
        assertThat(effect(1, 1, 520.0, 1000).contactsPerUnit()).isEqualTo(1000);
        for (double weeks : new double[] {0, -1, 520.01, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> effect(1, 1, weeks, 10));
        }
        for (double contacts : new double[] {0, -1, 1000.01, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> effect(1, 1, null, contacts));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Effect(EffectChannel.VISIT, Outcome.SHARE, 1, 1, null, 10, "Test", null));
    }

    @Test
    void anEffectWithoutASourceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Effect(EffectChannel.PHONE, Outcome.SHARE, 1, 1, null, 10, " ", null));
    }

    @Test
    void halfOfAnEffectIsLeftAfterItsHalfLife() {
        assertThat(effect(1, 1, 2.0, 10).remainingAfter(2)).isEqualTo(0.5, within(1e-12));
        assertThat(effect(1, 1, 2.0, 10).remainingAfter(4)).isEqualTo(0.25, within(1e-12));
        assertThat(effect(1, 1, 2.0, 10).remainingAfter(0)).isEqualTo(1);
        assertThat(effect(1, 1, null, 10).remainingAfter(52)).isEqualTo(1);
    }

    private static Effect effect(double value, double error, Double halfLife, double contacts) {
        return new Effect(EffectChannel.DOORSTEP, Outcome.TURNOUT, value, error, halfLife, contacts, "Test", null);
    }

    private static EffectSet set(Effect... effects) {
        return new EffectSet("test", 1, "Test", EffectContext.GENERAL, List.of(effects));
    }
}
