package uk.hustings.polls.evidence.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.hustings.api.id.SeatCode;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.poll.domain.Poll;
import uk.hustings.polls.poll.domain.PollDetails;
import uk.hustings.polls.poll.domain.PollKey;
import uk.hustings.polls.poll.domain.PollKind;
import uk.hustings.polls.poll.domain.Population;
import uk.hustings.polls.poll.domain.RecordedPoll;
import uk.hustings.polls.poll.domain.Statement;
import uk.hustings.polls.poll.domain.Status;
import uk.hustings.polls.poll.domain.Visibility;

class EvidenceBookTest {

    private static final Instant NOON = Instant.parse("2015-04-14T11:00:00Z");
    private static final Instant EVENING = Instant.parse("2015-04-14T21:00:00Z");
    private static final SeatCode EXETER = SeatCode.fromString("E14000698");
    private static final SeatCode CREWE = SeatCode.fromString("E14000653");
    private static final String SOUTH_WEST = "E12000009";

    private final RecordedPoll open = poll(Area.seat("2010", EXETER), Visibility.PUBLIC, null, 1);
    private final RecordedPoll leaked = poll(Area.GB, Visibility.LEAKED, null, 2);
    private final RecordedPoll ofExeter = poll(Area.seat("2010", EXETER), Visibility.PRIVATE, null, 3);
    private final RecordedPoll ofCrewe = poll(Area.seat("2010", CREWE), Visibility.PRIVATE, null, 4);
    private final RecordedPoll ofTheSouthWest = poll(Area.region(SOUTH_WEST), Visibility.PRIVATE, null, 5);
    private final RecordedPoll ofBritain = poll(Area.GB, Visibility.PRIVATE, null, 6);
    private final RecordedPoll untilEvening = poll(Area.seat("2010", CREWE), Visibility.EMBARGOED, EVENING, 7);
    private final RecordedPoll backAgain = open("2010-01-01").withdrawn(NOON);

    private final EvidenceBook book = EvidenceBook.EMPTY.with(
            5, 3, List.of(open, leaked, ofExeter, ofCrewe, ofTheSouthWest, ofBritain, untilEvening, backAgain));

    @Test
    void everybodySeesWhatIsPublicOrLeaked() {
        assertThat(seen(Sight.PUBLIC, NOON)).containsExactly(leaked, open);
    }

    @Test
    void anEmbargoEndsByItselfAtItsMoment() {
        assertThat(seen(Sight.PUBLIC, EVENING.minusNanos(1))).doesNotContain(untilEvening);
        assertThat(seen(Sight.PUBLIC, EVENING)).containsExactly(untilEvening, leaked, open);
    }

    @Test
    void aSeatsOwnPeopleSeeItsPrivatePollsAndNoOthers() {
        assertThat(seen(new Sight(false, null, List.of(EXETER)), NOON)).containsExactly(ofExeter, leaked, open);
    }

    @Test
    void aRegionSeesItsSeatsAndItselfAndNotTheNation() {
        assertThat(seen(new Sight(false, SOUTH_WEST, List.of(EXETER)), NOON))
                .containsExactly(ofTheSouthWest, ofExeter, leaked, open);
    }

    @Test
    void whoReachesEverythingSeesEverything() {
        assertThat(seen(Sight.EVERYTHING, NOON))
                .containsExactly(untilEvening, ofBritain, ofTheSouthWest, ofCrewe, ofExeter, leaked, open);
    }

    @Test
    void aWithdrawnPollIsFoundByItsIdAlone() {
        Evidence everybodys = book.seenBy(Sight.PUBLIC, NOON);

        assertThat(everybodys.polls()).doesNotContain(backAgain);
        assertThat(everybodys.find(backAgain.pollId())).contains(backAgain);
        assertThat(everybodys.find(ofCrewe.pollId())).isEmpty();
    }

    @Test
    void whatIsWithdrawnUnderEmbargoNeverBecomesPublic() {
        RecordedPoll withdrawn = untilEvening.withdrawn(NOON);

        assertThat(withdrawn.isPublicAt(EVENING)).isFalse();
        assertThat(untilEvening.withdrawn(EVENING).isPublicAt(EVENING)).isTrue();
    }

    @Test
    void embargoesAreCountedAsTheyEnd() {
        RecordedPoll sameMoment = poll(Area.GB, Visibility.EMBARGOED, EVENING, 8);
        RecordedPoll later = poll(Area.UK, Visibility.EMBARGOED, EVENING.plusSeconds(60), 9);
        EvidenceBook three = book.with(6, 3, List.of(sameMoment, later));

        assertThat(three.embargoesEnded(NOON)).isZero();
        assertThat(three.nextEmbargoEnd(NOON)).contains(EVENING);
        assertThat(three.embargoesEnded(EVENING)).isEqualTo(2);
        assertThat(three.nextEmbargoEnd(EVENING)).contains(EVENING.plusSeconds(60));
        assertThat(three.embargoesEnded(EVENING.plusSeconds(60))).isEqualTo(3);
        assertThat(three.nextEmbargoEnd(EVENING.plusSeconds(60))).isEmpty();
    }

    @Test
    void aChangedPollTakesThePlaceOfWhatItWas() {
        RecordedPoll shown = ofCrewe.shownTo(Visibility.PUBLIC, null);
        EvidenceBook after = book.with(6, 4, List.of(shown));

        assertThat(after.size()).isEqualTo(book.size());
        assertThat(after.find(ofCrewe.pollId())).contains(shown);
        assertThat(after.find(ofCrewe.poll().key())).contains(shown);
        assertThat(book.find(ofCrewe.pollId())).contains(ofCrewe);
    }

    private List<RecordedPoll> seen(Sight sight, Instant now) {
        return book.seenBy(sight, now).polls();
    }

    private static RecordedPoll open(String day) {
        return recorded(Area.UK, Visibility.PUBLIC, null, LocalDate.parse(day));
    }

    /** @param age the higher, the newer is its fieldwork */
    private static RecordedPoll poll(Area area, Visibility visibility, Instant until, int age) {
        return recorded(area, visibility, until, LocalDate.of(2015, 3, age));
    }

    private static RecordedPoll recorded(Area area, Visibility visibility, Instant until, LocalDate day) {
        PollKey key = new PollKey(PollKind.POLL, "ICM", null, Population.ADULTS, area, null, day);
        Poll poll = new Poll(key, PollDetails.UNKNOWN, List.of(), List.of(new Statement(null, null, "lab")));
        return new RecordedPoll(UUID.randomUUID(), poll, visibility, until, Status.RECORDED, 1, NOON);
    }
}
