package uk.hustings.campaign.access.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.hustings.campaign.access.domain.PolicyHistory.Event;
import uk.hustings.campaign.access.domain.PolicyHistory.State;

class PolicyHistoryTest {

    private static final Instant MONDAY = Instant.parse("2015-04-13T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2015-04-14T08:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2015-04-15T08:00:00Z");
    private static final Event FIRST = activated(1, MONDAY.minusSeconds(100), MONDAY.minusSeconds(100));

    @Test
    void theVersionThatTookEffectLastIsInForce() {
        PolicyHistory history = new PolicyHistory(List.of(FIRST, activated(2, TUESDAY, MONDAY)));

        assertThat(history.inForce(MONDAY)).isEqualTo(1);
        assertThat(history.stateOf(2, TUESDAY.minusNanos(1))).isEqualTo(State.SCHEDULED);
        assertThat(history.inForce(TUESDAY)).isEqualTo(2);
        assertThat(history.stateOf(1, TUESDAY)).isEqualTo(State.SUPERSEDED);
        assertThat(history.stateOf(3, TUESDAY)).isEqualTo(State.DRAFT);
    }

    @Test
    void whatIsActivatedMeanwhileGivesWayWhenTheScheduledTimeComes() {
        PolicyHistory history =
                new PolicyHistory(List.of(FIRST, activated(2, WEDNESDAY, MONDAY), activated(3, TUESDAY, TUESDAY)));

        assertThat(history.inForce(TUESDAY)).isEqualTo(3);
        assertThat(history.inForce(WEDNESDAY)).isEqualTo(2);
    }

    @Test
    void withdrawnNothingTakesItsPlaceUntilAVersionIsActivatedAgain() {
        List<Event> withdrawn = List.of(FIRST, activated(2, MONDAY, MONDAY), withdrawn(2, TUESDAY));

        assertThat(new PolicyHistory(withdrawn).inForce(TUESDAY.minusNanos(1))).isEqualTo(2);
        assertThat(new PolicyHistory(withdrawn).inForce(TUESDAY)).isNull();
        assertThat(new PolicyHistory(withdrawn).stateOf(2, TUESDAY)).isEqualTo(State.WITHDRAWN);
        assertThat(new PolicyHistory(List.of(
                                withdrawn.get(0),
                                withdrawn.get(1),
                                withdrawn.get(2),
                                activated(1, WEDNESDAY, WEDNESDAY)))
                        .inForce(WEDNESDAY))
                .isEqualTo(1);
    }

    @Test
    void whatIsWithdrawnBeforeItTakesEffectNeverWasInForce() {
        PolicyHistory history =
                new PolicyHistory(List.of(FIRST, activated(2, WEDNESDAY, MONDAY), withdrawn(2, TUESDAY)));

        assertThat(history.inForce(WEDNESDAY)).isEqualTo(1);
        assertThat(history.stateOf(2, WEDNESDAY)).isEqualTo(State.WITHDRAWN);
    }

    private static Event activated(int version, Instant effectiveFrom, Instant decidedAt) {
        return new Event(version, true, effectiveFrom, decidedAt);
    }

    private static Event withdrawn(int version, Instant decidedAt) {
        return new Event(version, false, decidedAt, decidedAt);
    }
}
