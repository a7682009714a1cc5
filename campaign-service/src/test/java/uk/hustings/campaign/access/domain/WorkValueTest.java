package uk.hustings.campaign.access.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WorkValueTest {

    @Test
    void fiveHundredContactsAWeekForSixWeeksMoveTheLeadByFifteenHundredthsOfAPoint() {
        WorkValue ofFiftyThousandVotes = new WorkValue(500, 0.025, 1);

        assertThat(6 * ofFiftyThousandVotes.leadPtsPerHour(50_000)).isEqualTo(0.15, within(1e-12));
        assertThat(ofFiftyThousandVotes.hours(3_000)).isEqualTo(6);
    }

    @Test
    void anHourIsWorthMostWhereTheSeatIsOnAKnifesEdge() {
        WorkValue doorstep = WorkValue.atTheDoorstep(10);

        // φ(0)/4 · 0.25/(70,000 · 0.651) · 100
        assertThat(doorstep.ofHour(0, 4, 70_000)).isEqualTo(0.3989422804 / 4 * 25 / (70_000 * 0.651), within(1e-12));
        assertThat(doorstep.ofHour(4, 4, 70_000))
                .isEqualTo(doorstep.ofHour(-4, 4, 70_000), within(1e-15))
                .isEqualTo(0.2419707245 / 4 * 25 / (70_000 * 0.651), within(1e-12));
        assertThat(doorstep.ofHour(30, 4, 70_000)).isLessThan(doorstep.ofHour(4, 4, 70_000) / 1e6);
    }
}
