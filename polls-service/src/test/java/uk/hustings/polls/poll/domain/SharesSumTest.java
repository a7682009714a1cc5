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
        assertThat(headline(Question.MEMBERS_BALLOT, share("smith", "45"), share("corbyn", "55")))
                .isEqualTo(new SharesSum.Sound());
    }

    @Test
    void from97DownAndFrom103UpSomethingIsWrong() {
        assertThat(members(46, 34, 17)).isEqualTo(new SharesSum.Off(BigDecimal.valueOf(97)));
        assertThat(members(46, 34, 23)).isEqualTo(new SharesSum.Off(BigDecimal.valueOf(103)));
        assertThat(headline(Question.STANDARD, share("con", "97.9")))
                .isEqualTo(new SharesSum.Off(new BigDecimal("97.9")));
    }

    @Test
    void aPollWithoutFiguresHasNothingToAddUp() {
        assertThat(headline(Question.MEMBERS_BALLOT)).isEqualTo(new SharesSum.Sound());
    }

    @Test
    void votersRememberMoreThanOneParty() {
        assertThat(headline(Question.CONTACT_RECALL, share("con", "56"), share("lab", "76")))
                .isEqualTo(new SharesSum.Sound());
    }

    @Test
    void beyondAHundredHeadlineSharesLieTheUndecided() {
        Asked asked = new Asked(
                Question.STANDARD,
                Basis.HEADLINE,
                List.of(share("con", "52"), share("lab", "48")),
                BigDecimal.valueOf(14),
                null,
                null,
                null,
                null);

        assertThat(SharesSum.of(asked)).isEqualTo(new SharesSum.Sound());
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
        return SharesSum.of(new Asked(
                Question.MEMBERS_BALLOT,
                Basis.RAW,
                List.of(new Share("smith", BigDecimal.valueOf(smith)), new Share("corbyn", BigDecimal.valueOf(corbyn))),
                BigDecimal.valueOf(undecided),
                null,
                null,
                null,
                null));
    }

    private static SharesSum headline(Question question, Share... shares) {
        return SharesSum.of(Asked.headline(question, List.of(shares)));
    }

    private static Share share(String option, String pct) {
        return new Share(option, Share.readPct(pct));
    }
}
