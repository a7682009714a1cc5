package uk.hustings.seats.seat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.election.domain.Election;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.seat.domain.HolderEvent;
import uk.hustings.seats.seat.domain.Seat;

/** What once made a party the holder of a seat, as the API shows it. */
@Schema(name = "HolderChange")
record HistoryView(
        @Schema(examples = "2014-10-09") LocalDate day,

        @Schema(description = "general, by-election, defection or vacancy", examples = "by-election")
        String kind,

        @Schema(
                nullable = true,
                description = "Party that holds the seat from then on; null while it is vacant",
                examples = "ukip")
        String holder,

        @Schema(nullable = true, examples = "by-2014-10-09-E14000642")
        String electionId,

        @Schema(nullable = true, examples = "Douglas Carswell had resigned the seat")
        String note,

        @Schema(nullable = true, description = "Where this is known from", examples = "House of Commons Library")
        String source) {

    static List<HistoryView> of(Facts facts, Seat seat, LocalDate asOf) {
        Stream<HistoryView> contests = facts.contests(seat.key()).stream()
                .filter(contest -> !facts.electionOf(contest).isNotional())
                .map(contest -> of(contest, facts.electionOf(contest)));
        Stream<HistoryView> events = facts.holderEvents(seat.key()).stream().map(HistoryView::of);
        return Stream.concat(contests, events)
                .filter(change -> !change.day.isAfter(asOf))
                .sorted(Comparator.comparing(HistoryView::day))
                .toList();
    }

    private static HistoryView of(Contest contest, Election election) {
        return new HistoryView(
                contest.pollingDay(), election.kind().code(), contest.winner(), election.id(), null, election.source());
    }

    private static HistoryView of(HolderEvent event) {
        return new HistoryView(event.day(), event.kind().code(), event.party(), null, event.note(), event.source());
    }
}
