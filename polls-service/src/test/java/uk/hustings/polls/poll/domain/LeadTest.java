package uk.hustings.polls.poll.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeadTest {

    @Test
    void smithLeadsByOnePointInStokeNorth() {
        assertThat(Lead.of(figures(share("smith", "43"), share("corbyn", "42"))))
                .contains(new Lead("smith", BigDecimal.ONE));
    }

    @Test
    void aTieIsALeadOfNobody() {
        assertThat(Lead.of(figures(share("con", "42"), share("lab", "42.0"), share("ukip", "10"))))
                .contains(new Lead(null, BigDecimal.ZERO));
    }

    @Test
    void theBucketOfOthersIsNeverAhead() {
        assertThat(Lead.of(figures(share("other", "50"), share("con", "27.5"), share("lab", "22.5"))))
                .contains(new Lead("con", BigDecimal.valueOf(5)));
    }

    @Test
    void oneFigureIsNoLead() {
        assertThat(Lead.of(figures(share("con", "99")))).isEmpty();
        assertThat(Lead.of(Figures.NONE)).isEmpty();
    }

    private static Figures figures(Share... shares) {
        return new Figures(List.of(shares), null);
    }

    private static Share share(String option, String pct) {
        return new Share(option, new BigDecimal(pct));
    }
}
