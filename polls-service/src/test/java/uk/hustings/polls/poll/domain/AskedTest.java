package uk.hustings.polls.poll.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskedTest {

    @Test
    void theHeadlineIsOfThoseWhoNamedAnAnswer() {
        Asked exeter = raw("18", null, null, share("smith", "46"), share("corbyn", "34"));

        assertThat(exeter.headline()).containsExactly(share("smith", "56.0976"), share("corbyn", "41.4634"));
        assertThat(exeter.lead().orElseThrow().pts()).isEqualTo("12");
        assertThat(exeter.headlineLead().orElseThrow().pts()).isEqualTo("14.6342");
    }

    @Test
    void thoseWhoWouldNotVoteOrRefusedAreNoPartOfTheHeadlineEither() {
        assertThat(raw("10", "6", "4", share("con", "48"), share("lab", "32")).headline())
                .containsExactly(share("con", "60"), share("lab", "40"));
    }

    @Test
    void aHeadlineStaysAsItWasReportedWhateverIsToldBesideIt() {
        List<Share> shares = List.of(share("con", "52"), share("lab", "48"));

        assertThat(new Asked(Question.STANDARD, Basis.HEADLINE, shares, pct("20"), null, null, null, null).headline())
                .isEqualTo(shares);
        assertThat(Asked.headline(Question.STANDARD, shares).headline()).isEqualTo(shares);
    }

    @Test
    void whereNobodyNamedAnAnswerThereIsNoHeadline() {
        assertThat(raw("100", null, null).headline()).isEmpty();
        assertThat(raw("100", null, null, share("con", "0"), share("lab", "0")).headline())
                .isEmpty();
    }

    @Test
    void roundingMakesNoShareOfMoreThanAll() {
        assertThat(raw("90", null, null, share("con", "12"), share("lab", "0")).headline())
                .containsExactly(share("con", "100"), share("lab", "0"));
    }

    @Test
    void whoWasInTouchHasNoHeadlineOfItsOwn() {
        List<Share> recalled = List.of(share("con", "56"), share("lab", "76"));
        Asked rossendale = new Asked(Question.CONTACT_RECALL, Basis.RAW, recalled, pct("10"), null, null, null, null);

        assertThat(rossendale.headline()).isEqualTo(recalled);
        assertThat(rossendale.lead()).isEmpty();
        assertThat(rossendale.headlineLead()).isEmpty();
    }

    @Test
    void sharesAreRawWhereSomethingIsToldBesideThem() {
        assertThat(Asked.basisUnlessSaid(null, null, null, null)).isEqualTo(Basis.HEADLINE);
        assertThat(Asked.basisUnlessSaid(null, null, null, pct("3"))).isEqualTo(Basis.RAW);
        assertThat(Asked.basisUnlessSaid(Basis.HEADLINE, pct("3"), null, null)).isEqualTo(Basis.HEADLINE);
    }

    private static Asked raw(String dontKnow, String wouldNotVote, String refused, Share... shares) {
        return new Asked(
                Question.STANDARD,
                Basis.RAW,
                List.of(shares),
                pct(dontKnow),
                pct(wouldNotVote),
                pct(refused),
                null,
                null);
    }

    private static BigDecimal pct(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static Share share(String option, String pct) {
        return new Share(option, new BigDecimal(pct));
    }
}
