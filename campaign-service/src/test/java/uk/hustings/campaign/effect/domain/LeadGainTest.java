package uk.hustings.campaign.effect.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.hustings.campaign.effect.domain.LeadGain.Ground;
import uk.hustings.campaign.effect.domain.LeadGain.Work;

class LeadGainTest {

    private static final Ground SEAT = new Ground(70_000, 0.651, 0.35, 0.5);
    private static final Effect DOORSTEP = effect(EffectChannel.DOORSTEP, Outcome.TURNOUT, 2.5);
    private static final Effect PHONE = effect(EffectChannel.PHONE, Outcome.TURNOUT, 1);

    @Test
    void theMostThatContactsCanGainIsTwoThirdsOfAPoint() {
        assertThat(LeadGain.ceiling(SEAT, DOORSTEP)).isEqualTo(0.672, within(0.0005));
        assertThat(LeadGain.points(SEAT, List.of(new Work(DOORSTEP, 1e9))))
                .isEqualTo(LeadGain.ceiling(SEAT, DOORSTEP), within(1e-9));
    }

    @Test
    void threeThousandContactsAreSeventyFiveVotesAtTheSlopeAtNought() {
        Ground everybodyVotes = new Ground(50_000, 1, 0.35, 0.5);
        double perHour = LeadGain.slopeAtNought(everybodyVotes, DOORSTEP);
        assertThat(perHour * 500 * 6 / 10).isEqualTo(0.15, within(1e-12));
        assertThat(DOORSTEP.leadVotesPerUnit() * 300).isEqualTo(75, within(1e-9));
    }

    @Test
    void theFirstHourGainsTheSlopeAtNoughtAndLaterHoursLess() {
        double slope = LeadGain.slopeAtNought(SEAT, DOORSTEP);
        assertThat(LeadGain.points(SEAT, List.of(new Work(DOORSTEP, 1e-6))) / 1e-6)
                .isEqualTo(slope, within(slope * 1e-6));
        double before = 0;
        double gainBefore = slope * 100;
        for (int hours = 100; hours <= 5_000; hours += 100) {
            double gained = LeadGain.points(SEAT, List.of(new Work(DOORSTEP, hours)));
            assertThat(gained - before).isPositive().isLessThan(gainBefore);
            gainBefore = gained - before;
            before = gained;
        }
    }

    @Test
    void aSwitchCountsTwiceInTheLead() {
        Effect persuasion = effect(EffectChannel.DOORSTEP, Outcome.SHARE, 2.5);
        assertThat(LeadGain.slopeAtNought(SEAT, persuasion))
                .isEqualTo(2 * LeadGain.slopeAtNought(SEAT, DOORSTEP), within(1e-15));
        assertThat(LeadGain.ceiling(SEAT, persuasion)).isEqualTo(2 * LeadGain.ceiling(SEAT, DOORSTEP), within(1e-12));
    }

    @Test
    void channelsShareOnePoolOfSupporters() {
        double both = LeadGain.points(SEAT, List.of(new Work(DOORSTEP, 1_000), new Work(PHONE, 1_000)));
        double alone = LeadGain.points(SEAT, List.of(new Work(DOORSTEP, 1_000)));
        double phone = LeadGain.points(SEAT, List.of(new Work(PHONE, 1_000)));
        assertThat(both).isGreaterThan(alone).isLessThan(alone + phone);
        assertThat(LeadGain.points(SEAT, List.of(new Work(DOORSTEP, 1e9), new Work(PHONE, 1e9))))
                .isEqualTo(LeadGain.ceiling(SEAT, DOORSTEP), within(1e-9));
    }

    @Test
    void aChannelThatIsNotUsedDoesNotRaiseTheCeiling() {
        assertThat(LeadGain.points(SEAT, List.of(new Work(DOORSTEP, 0), new Work(PHONE, 1e9))))
                .isEqualTo(LeadGain.ceiling(SEAT, PHONE), within(1e-9));
    }

    @Test
    void moreWorkNeverGainsLess() {
        Random random = new Random(42);
        for (int round = 0; round < 500; round++) {
            double door = random.nextDouble() * 3_000;
            double phone = random.nextDouble() * 3_000;
            double gained = LeadGain.points(SEAT, List.of(new Work(DOORSTEP, door), new Work(PHONE, phone)));
            assertThat(LeadGain.points(SEAT, List.of(new Work(DOORSTEP, door + 1), new Work(PHONE, phone))))
                    .isGreaterThanOrEqualTo(gained);
            assertThat(LeadGain.points(SEAT, List.of(new Work(DOORSTEP, door), new Work(PHONE, phone + 1))))
                    .isGreaterThanOrEqualTo(gained);
        }
    }

    @Test
    void withoutSupportersOrEffectNothingIsGained() {
        Ground nobodys = new Ground(70_000, 0.651, 0, 0.5);
        assertThat(LeadGain.points(nobodys, List.of(new Work(DOORSTEP, 100)))).isZero();
        assertThat(LeadGain.slopeAtNought(nobodys, DOORSTEP)).isZero();
        Effect none = effect(EffectChannel.DOORSTEP, Outcome.TURNOUT, 0);
        assertThat(LeadGain.points(SEAT, List.of(new Work(none, 100)))).isZero();
        assertThat(LeadGain.slopeAtNought(SEAT, none)).isZero();
        assertThat(LeadGain.points(SEAT, List.of())).isZero();
    }

    @Test
    void theEffectOfAVisitIsItsPoints() {
        Effect visit = effect(EffectChannel.VISIT, Outcome.SHARE, 0.3);
        assertThat(LeadGain.points(SEAT, List.of(new Work(visit, 2)))).isEqualTo(0.6, within(1e-12));
        assertThat(LeadGain.slopeAtNought(SEAT, visit)).isEqualTo(0.3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void absurdFiguresAreRefused(double absurd) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Work(DOORSTEP, absurd));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ground(absurd, 0.6, 0.3, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ground(70_000, absurd, 0.3, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ground(70_000, 0.6, absurd, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ground(70_000, 0.6, 0.3, absurd));
    }

    @Test
    void aSeatWithoutVotersOrVotesIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ground(0, 0.6, 0.3, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ground(70_000, 0, 0.3, 0.5));
    }

    private static Effect effect(EffectChannel channel, Outcome outcome, double value) {
        return new Effect(channel, outcome, value, 0, null, channel.usualContactsPerUnit(), "Test", null);
    }
}
