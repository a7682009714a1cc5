package uk.hustings.polls.reading.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.hustings.polls.poll.domain.Asked;
import uk.hustings.polls.poll.domain.Basis;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.poll.domain.RecordedPoll;
import uk.hustings.polls.real.RealData;

/** The localisation effect, and which parties voters remember hearing from. */
class OtherReadingsTest {

    /** The constituency question of March 2015 as published, and the ordinary one less the effect that was told. */
    private static final RecordedPoll HALLAM = RealPolls.ofSeat(
            RealPolls.ASHCROFT,
            RealData.HALLAM,
            "2015-03-28",
            Asked.headline(Question.STANDARD, RealPolls.shares("con", 22, "lab", 36, "ld", 26)),
            Asked.headline(Question.CONSTITUENCY, RealPolls.shares("con", 16, "lab", 36, "ld", 34, "ukip", 7)));

    private static final List<ContactRecall> RECALLS = RealData.rows("polls/ashcroft_published_headlines.csv").stream()
            .map(row -> new Asked(
                    Question.CONTACT_RECALL,
                    Basis.HEADLINE,
                    Stream.of("con", "lab", "ld")
                            .filter(party -> !row.getField("contact_%s_pct".formatted(party))
                                    .isEmpty())
                            .flatMap(party ->
                                    RealPolls.shares(party, row.getField("contact_%s_pct".formatted(party))).stream())
                            .toList(),
                    null,
                    null,
                    null,
                    1000,
                    null))
            .filter(asked -> !asked.shares().isEmpty())
            .map(asked -> RealPolls.ofSeat(RealPolls.ASHCROFT, RealData.CREWE, "2015-04-11", asked))
            .flatMap(poll -> ContactRecall.of(RealPolls.asked(List.of(poll)).get(0)).stream())
            .toList();

    @Test
    void inHallamTheirOwnSeatHelpsTheLiberalDemocratsByEight() {
        Localisation hallam = Localisation.of(HALLAM).orElseThrow();

        assertThat(hallam.effects())
                .extracting(Change::option, Change::pts)
                .containsExactly(tuple("con", -6.0), tuple("lab", 0.0), tuple("ld", 8.0));
    }

    @Test
    void theMeanEffectSaysOfHowManyPollsItIs() {
        Localisation hallam = Localisation.of(HALLAM).orElseThrow();
        Map<String, Spread> mean = Localisation.mean(List.of(hallam, hallam));

        assertThat(mean.get("ld")).isEqualTo(new Spread(2, 8, 0.0, 8));
        assertThat(mean).doesNotContainKey("ukip");
    }

    @Test
    void aPollOfOneQuestionHasNoLocalisationEffect() {
        assertThat(RealPolls.ofSeats())
                .allSatisfy(poll -> assertThat(Localisation.of(poll)).isEmpty());
    }

    @Test
    void labourIsRememberedMostWhereBothAreKnown() {
        ContactRecall.Summary summary = ContactRecall.summary(RECALLS);

        assertThat(RECALLS).hasSize(3);
        assertThat(summary.compared()).isEqualTo(2);
        assertThat(summary.leads()).isEqualTo(Map.of("lab", 2));
        assertThat(summary.ties()).isZero();
        assertThat(summary.rates().get("lab").mean()).isCloseTo((76 + 59) / 2.0, within(1e-9));
        assertThat(summary.rates().get("con").n()).isEqualTo(2);
        assertThat(summary.rates().get("ld").n()).isEqualTo(1);
    }

    @Test
    void aRateComesWithItsSamplingErrorAndRatesNeedNotAddUp() {
        assertThat(RECALLS.get(0).rates())
                .filteredOn(rate -> rate.party().equals("lab"))
                .singleElement()
                .satisfies(rate -> assertThat(rate.samplingSdPts()).isCloseTo(1.35, within(0.005)));
        assertThat(RECALLS.get(0).lead().pts()).isEqualByComparingTo("20");
    }

    @Test
    void onePartyAloneLeadsNobody() {
        assertThat(RECALLS).filteredOn(recall -> recall.lead() == null).hasSize(1);
    }

    @Test
    void votingIntentionsAreNoContactRates() {
        assertThat(RealPolls.asked(RealPolls.ofSeats()).stream().map(ContactRecall::of))
                .allMatch(Optional::isEmpty);
    }
}
