package uk.hustings.polls.poll.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeadTest {

    @Test
    void smithLeadsByOnePointInStokeNorth() {
        Lead lead = lead(share("smith", "43"), share("corbyn", "42"));

        assertThat(lead.option()).isEqualTo("smith");
        assertThat(lead.pts()).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void aTieIsALeadOfNobody() {
        Lead lead = lead(share("con", "42"), share("lab", "42.0"), share("ukip", "10"));

        assertThat(lead.option()).isNull();
        assertThat(lead.pts()).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void theBucketOfOthersIsNeverAhead() {
        Lead lead = lead(share("other", "50"), share("con", "27.5"), share("lab", "22.5"));

        assertThat(lead.option()).isEqualTo("con");
        assertThat(lead.pts()).isEqualTo(BigDecimal.valueOf(5));
    }

    @Test
    void oneFigureIsNoLead() {
        assertThat(Lead.of(List.of(share("con", "99")))).isEmpty();
        assertThat(Lead.of(List.of())).isEmpty();
    }

    private static Lead lead(Share... shares) {
        return Lead.of(List.of(shares)).orElseThrow();
    }

    private static Share share(String option, String pct) {
        return new Share(option, new BigDecimal(pct));
    }
}
