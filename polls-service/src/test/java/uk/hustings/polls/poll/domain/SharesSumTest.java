package uk.hustings.polls.poll.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharesSumTest {

    @Test
    void stokeNorthAddsUpTo101AndIsAccepted() {
        assertThat(members(43, 42, 16)).isEqualTo(new SharesSum.Rounded(BigDecimal.valueOf(101)));
    }

    @Test
    void exeterAddsUpTo98AndIsAccepted() {
        assertThat(members(46, 34, 18)).isEqualTo(new SharesSum.Rounded(BigDecimal.valueOf(98)));
    }

    @Test
    void hammersmithAddsUpTo100() {
        assertThat(members(59, 26, 15)).isEqualTo(new SharesSum.Sound());
    }

    @Test
    void missingDontKnowsAreNotNought() {
        Figures hove = new Figures(List.of(share("smith", "45"), share("corbyn", "55")), null);

        assertThat(SharesSum.of(Question.MEMBERS_BALLOT, hove)).isEqualTo(new SharesSum.Sound());
    }

    @Test
    void from97DownAndFrom103UpSomethingIsWrong() {
        assertThat(members(46, 34, 17)).isEqualTo(new SharesSum.Off(BigDecimal.valueOf(97)));
        assertThat(members(46, 34, 23)).isEqualTo(new SharesSum.Off(BigDecimal.valueOf(103)));
        assertThat(SharesSum.of(Question.STANDARD, new Figures(List.of(share("con", "97.9")), null)))
                .isEqualTo(new SharesSum.Off(new BigDecimal("97.9")));
    }

    @Test
    void aPollWithoutFiguresHasNothingToAddUp() {
        assertThat(SharesSum.of(Question.MEMBERS_BALLOT, Figures.NONE)).isEqualTo(new SharesSum.Sound());
    }

    @Test
    void votersRememberMoreThanOneParty() {
        Figures rossendale = new Figures(List.of(share("con", "56"), share("lab", "76")), null);

        assertThat(SharesSum.of(Question.CONTACT_RECALL, rossendale)).isEqualTo(new SharesSum.Sound());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-0.1",
                "100.1",
                "33.33333",
                "NaN",
                "Infinity",
                "1e999",
                "1e-999999999",
                "1e999999999",
                "4O",
                "40%"
            })
    void aShareIsANumberFrom0To100(String text) {
        assertThatThrownBy(() -> Share.readPct(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equalSharesAreEqualHoweverTheyAreWritten() {
        assertThat(share("con", "40")).isEqualTo(share("con", "40.0")).isEqualTo(share("con", "4e1"));
        assertThat(share("con", "4e1").pct()).hasToString("40");
        assertThat(share("con", "0.0").pct()).hasToString("0");
    }

    private static SharesSum members(int smith, int corbyn, int undecided) {
        return SharesSum.of(
                Question.MEMBERS_BALLOT,
                new Figures(
                        List.of(
                                new Share("smith", BigDecimal.valueOf(smith)),
                                new Share("corbyn", BigDecimal.valueOf(corbyn))),
                        BigDecimal.valueOf(undecided)));
    }

    private static Share share(String option, String pct) {
        return new Share(option, Share.readPct(pct));
    }
}
