package uk.hustings.polls.reading.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.seatref.domain.Contest;
import uk.hustings.polls.seatref.domain.CountedVotes;
import uk.hustings.polls.seatref.domain.Election;
import uk.hustings.polls.seatref.domain.Party;
import uk.hustings.polls.seatref.domain.SeatBook;

/** How the areas of polls voted in one election. Remembers what it has added up; for one question only. */
public final class Baseline {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private final SeatBook seats;
    private final Election election;
    private final Map<Area, Optional<CountedVotes>> known = new HashMap<>();

    public Baseline(SeatBook seats, Election election) {
        this.seats = seats;
        this.election = election;
    }

    public Election election() {
        return election;
    }

    /**
     * The area's result; empty if it has none on its own boundaries. Regions and Great Britain have one in general
     * elections only, the United Kingdom in none: parties there do not stand everywhere.
     */
    public Optional<CountedVotes> of(Area area) {
        return known.computeIfAbsent(area, this::read);
    }

    /** Of an area's result: the party's share, or else that of the parties that it continues; empty if none stood. */
    public Optional<BigDecimal> pctOf(CountedVotes result, String party) {
        return result.pctOf(party).or(() -> {
            int votes = result.votes().entrySet().stream()
                    .filter(counted -> seats.continues(party, counted.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            return votes == 0
                    ? Optional.empty()
                    : Optional.of(BigDecimal.valueOf(votes)
                            .multiply(ALL)
                            .divide(
                                    BigDecimal.valueOf(result.validVotes()),
                                    CountedVotes.DECIMALS,
                                    RoundingMode.HALF_UP));
        });
    }

    /** Who won; of several seats whoever has most votes. Empty if that party has no code. */
    static Optional<String> winnerOf(CountedVotes result) {
        if (result instanceof Contest contest) {
            return contest.winner();
        }
        return result.votes().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .filter(party -> !party.equals(Party.OTHER));
    }

    private Optional<CountedVotes> read(Area area) {
        return switch (area.geography()) {
            case SEAT ->
                seats.find(area.boundarySet(), area.seatCode().orElseThrow())
                        .flatMap(seat -> seat.contestOf(election.id()));
            case GB ->
                election.isGeneral()
                        ? seats.resultOfGreatBritain(election.id()).map(CountedVotes.class::cast)
                        : Optional.empty();
            case REGION ->
                election.isGeneral()
                        ? seats.resultOfRegion(election.id(), area.code()).map(CountedVotes.class::cast)
                        : Optional.empty();
            case UK -> Optional.empty();
        };
    }
}
