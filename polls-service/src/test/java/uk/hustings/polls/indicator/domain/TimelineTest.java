package uk.hustings.polls.indicator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
import uk.hustings.polls.real.RealData;
import uk.hustings.polls.real.RealResults;
import uk.hustings.polls.seatref.domain.SeatBook;

class TimelineTest {

    private static final SeatBook SEATS = RealResults.seats();
    private static final Area ROCHESTER = Area.seat("2010", SeatCode.fromString("E14000898"));
    private static final Area CREWE = Area.seat("2010", SeatCode.fromString(RealData.CREWE));
    private static final String NORTH_WEST = "E12000002";
    private static final LocalDate LATE = LocalDate.of(2020, 1, 1);

    @Test
    void theOldestComesFirstAndWhatIsOfNoKnownDayLast() {
        Entry undated = said(CREWE, null, null);
        Entry early = said(CREWE, "2015-03-01", null);
        Entry poll = polled(CREWE, Population.ADULTS, "2015-04-09");
        Entry late = said(CREWE, "2015-04-10", null);

        assertThat(filter(null, null, null).timeline(Stream.of(late, undated, poll, early), SEATS))
                .containsExactly(early, poll, late, undated);
    }

    @Test
    void whatIsOfNoKnownDayBelongsToEveryDayButToNoPeriod() {
        Entry undated = said(CREWE, null, null);
        Entry dated = said(CREWE, "2015-04-10", null);
        LocalDate before = LocalDate.of(2015, 4, 9);

        assertThat(new TimelineFilter(null, null, null, null, null, null, before)
                        .timeline(Stream.of(undated, dated), SEATS))
                .containsExactly(undated);
        assertThat(new TimelineFilter(null, null, null, null, before, null, LATE)
                        .timeline(Stream.of(undated, dated), SEATS))
                .containsExactly(dated);
        assertThat(new TimelineFilter(null, null, null, null, null, before, LATE)
                        .timeline(Stream.of(undated, dated), SEATS))
                .isEmpty();
    }

    @Test
    void aRegionHasItsOwnEvidenceAndThatOfItsSeats() {
        Entry ofSeat = said(CREWE, "2015-03-01", null);
        Entry ofRegion = said(Area.region(NORTH_WEST), "2015-03-02", null);
        Entry elsewhere = said(ROCHESTER, "2015-03-03", null);
        Entry national = said(Area.GB, "2015-03-04", null);
        List<Entry> all = List.of(ofSeat, ofRegion, elsewhere, national);

        assertThat(filter(null, NORTH_WEST, null).timeline(all.stream(), SEATS)).containsExactly(ofSeat, ofRegion);
        assertThat(filter(CREWE, null, null).timeline(all.stream(), SEATS)).containsExactly(ofSeat);
    }

    @Test
    void aSeatOfTheOtherBoundarySetIsAnother() {
        Area now = Area.seat("2024", SeatCode.fromString("S14000021"));
        Area then = Area.seat("2010", SeatCode.fromString("S14000021"));

        assertThat(filter(then, null, null).timeline(Stream.of(said(now, null, null)), SEATS))
                .isEmpty();
    }

    @Test
    void aGeneralElectionReachesBackToTheDayAfterTheOneBefore() {
        Entry onTheDayBefore = said(Area.GB, "2010-05-06", null);
        Entry first = said(Area.GB, "2010-05-07", null);
        Entry ofSeat = polled(CREWE, Population.ADULTS, "2015-04-09");
        Entry pollingDay = said(Area.GB, "2015-05-07", null);
        Entry after = said(Area.GB, "2015-05-08", null);
        Entry undated = said(Area.GB, null, null);

        assertThat(filter(null, null, "ge2015")
                        .timeline(Stream.of(onTheDayBefore, first, ofSeat, pollingDay, after, undated), SEATS))
                .containsExactly(first, ofSeat, pollingDay);
    }

    @Test
    void aByElectionHasTheEvidenceOfItsSeatAlone() {
        Entry there = said(ROCHESTER, "2014-11-01", null);
        Entry before = said(ROCHESTER, "2010-05-06", null);
        Entry after = said(ROCHESTER, "2014-11-21", null);
        Entry elsewhere = said(CREWE, "2014-11-01", null);
        Entry national = said(Area.GB, "2014-11-01", null);

        assertThat(filter(null, null, "by-2014-11-20-E14000898")
                        .timeline(Stream.of(there, before, after, elsewhere, national), SEATS))
                .containsExactly(there);
    }

    @Test
    void whatAPartysMembersSayBelongsToNoElectionUnlessItSaysSo() {
        Entry members = polled(CREWE, Population.PARTY_MEMBERS, "2015-04-09");
        Entry ballot = Entry.of(recorded(new Item(
                "Election of the leader",
                null,
                Area.UK,
                LocalDate.of(2015, 4, 9),
                "Test",
                new Finding.BallotResult("party members", null, List.of(new Tally("corbyn", 168216L, null))))));

        assertThat(filter(null, null, "ge2015").timeline(Stream.of(members, ballot), SEATS))
                .isEmpty();
    }

    @Test
    void anyOtherContestHasWhatSaysSo() {
        Entry ofIt = said(Area.UK, null, "lab-leadership-2016");
        Entry ofAnother = said(Area.UK, null, "lab-leadership-2020");
        Entry ofAnElection = said(CREWE, "2016-06-01", "ge2017");

        assertThat(filter(null, null, "lab-leadership-2016").timeline(Stream.of(ofIt, ofAnother, ofAnElection), SEATS))
                .containsExactly(ofIt);
        assertThat(filter(null, null, "ge2017").timeline(Stream.of(ofIt, ofAnother, ofAnElection), SEATS))
                .containsExactly(ofAnElection);
    }

    private static TimelineFilter filter(Area seat, String region, String contest) {
        return new TimelineFilter(seat, region, contest, null, null, null, LATE);
    }

    private static Entry said(Area area, String day, String contest) {
        return Entry.of(recorded(new Item(
                null,
                contest,
                area,
                day == null ? null : LocalDate.parse(day),
                "Test",
                new Finding.Said(new Statement("Somebody", "neck and neck", null)))));
    }

    private static RecordedItem recorded(Item item) {
        return new RecordedItem(UUID.randomUUID(), item, Visibility.PUBLIC, null, Status.RECORDED, 1, 1, Instant.EPOCH);
    }

    private static Entry polled(Area area, Population population, String day) {
        PollKey key = new PollKey(PollKind.POLL, null, null, population, area, null, LocalDate.parse(day));
        return Entry.of(new RecordedPoll(
                UUID.randomUUID(),
                new Poll(key, PollDetails.UNKNOWN, List.of(), List.of()),
                Visibility.PUBLIC,
                null,
                Status.RECORDED,
                1,
                Instant.EPOCH));
    }
}
