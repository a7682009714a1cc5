package uk.hustings.campaign.strategy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.strategy.domain.ListComparison.Moved;
import uk.hustings.campaign.strategy.domain.ListComparison.Placed;

class ListComparisonTest {

    private static final SeatCode HENDON = SeatCode.fromString("E14000741");
    private static final SeatCode THURROCK = SeatCode.fromString("E14000995");
    private static final SeatCode WAVENEY = SeatCode.fromString("E14001022");

    @Test
    void tellsWhatCameWentAndMoved() {
        ListComparison comparison = ListComparison.between(list(HENDON, THURROCK), list(WAVENEY, HENDON));

        assertThat(comparison.added()).containsExactly(new Placed(WAVENEY, 1));
        assertThat(comparison.removed()).containsExactly(new Placed(THURROCK, 2));
        assertThat(comparison.moved()).containsExactly(new Moved(HENDON, 1, 2));
        assertThat(comparison.stayed()).isZero();
    }

    @Test
    void theSameListIsNoChange() {
        assertThat(ListComparison.between(list(HENDON, THURROCK), list(HENDON, THURROCK)))
                .isEqualTo(new ListComparison(List.of(), List.of(), List.of(), 2));
    }

    private static List<SeatCode> list(SeatCode... seats) {
        return Arrays.asList(seats);
    }
}
