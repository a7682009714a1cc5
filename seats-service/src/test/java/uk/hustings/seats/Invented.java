package uk.hustings.seats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.election.domain.Basis;
import uk.hustings.seats.election.domain.Candidacy;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.election.domain.Election;
import uk.hustings.seats.election.domain.ElectionKind;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.facts.domain.Records;
import uk.hustings.seats.party.domain.Party;
import uk.hustings.seats.seat.domain.Centroid;
import uk.hustings.seats.seat.domain.HolderEvent;
import uk.hustings.seats.seat.domain.Seat;
import uk.hustings.seats.seat.domain.SeatKey;

/** A country that never was: its seats, its parties and how it voted follow from a seed. */
public final class Invented {

    /** The parties of the invented country. */
    public static final List<String> PARTIES = List.of("amber", "blue", "crimson", "dun", "ecru");

    private final Random random;
    private final List<Seat> seats = new ArrayList<>();
    private final List<Election> elections = new ArrayList<>();
    private final List<Contest> contests = new ArrayList<>();
    private final List<HolderEvent> events = new ArrayList<>();

    public Invented(long seed) {
        this.random = new Random(seed);
    }

    /** Adds a boundary set of so many seats. */
    public Invented withSeats(String boundarySet, int count) {
        IntStream.range(0, count).forEach(n -> seats.add(seat(boundarySet, n)));
        return this;
    }

    /** Adds an election in every seat of a boundary set, each with two or more of the parties. */
    public Invented withElection(String id, LocalDate day, String boundarySet, Basis basis) {
        elections.add(new Election(id, id, ElectionKind.GENERAL, day, boundarySet, basis, null, null));
        seats.stream()
                .filter(seat -> seat.boundarySet().equals(boundarySet))
                .forEach(seat -> contests.add(contest(id, seat.key(), day, candidacies())));
        return this;
    }

    /** Adds an election of one seat with these votes, in the order of {@link #PARTIES}. */
    public Invented withByElection(SeatKey seat, LocalDate day, int... votes) {
        String id = "by-" + day + "-" + seat.code();
        elections.add(
                new Election(id, id, ElectionKind.BY_ELECTION, day, seat.boundarySet(), Basis.ACTUAL, null, null));
        contests.add(contest(
                id,
                seat,
                day,
                IntStream.range(0, votes.length)
                        .mapToObj(n -> new Candidacy(PARTIES.get(n), PARTIES.get(n), "Candidate", votes[n], false))
                        .toList()));
        return this;
    }

    public Invented withEvent(SeatKey seat, LocalDate day, HolderEvent.Kind kind, String party) {
        events.add(new HolderEvent(seat, day, kind, party, null, "invented"));
        return this;
    }

    public Facts facts() {
        return new Facts(
                1,
                new Records(
                        PARTIES.stream()
                                .map(code -> new Party(code, code, "#000000", List.of()))
                                .toList(),
                        seats,
                        List.of(),
                        List.of(),
                        events,
                        elections,
                        contests));
    }

    /** Key of the nth seat. */
    public static SeatKey key(String boundarySet, int n) {
        return new SeatKey(boundarySet, new SeatCode("X%08d".formatted(n)));
    }

    private Seat seat(String boundarySet, int n) {
        return new Seat(
                key(boundarySet, n),
                "Seat " + random.nextInt(1000),
                "R" + n % 3,
                "Region " + n % 3,
                "Nowhere",
                null,
                "county",
                70_000,
                new Centroid(50 + random.nextDouble() * 8, -6 + random.nextDouble() * 8),
                null,
                null,
                null);
    }

    private List<Candidacy> candidacies() {
        List<String> standing = new ArrayList<>(PARTIES);
        Collections.shuffle(standing, random);
        return standing.stream()
                .limit(2 + random.nextInt(PARTIES.size() - 1))
                .map(party -> new Candidacy(party, party, "Candidate", 100 + random.nextInt(30_000), false))
                .toList();
    }

    private static Contest contest(String id, SeatKey seat, LocalDate day, List<Candidacy> candidacies) {
        int votes = candidacies.stream().mapToInt(Candidacy::votes).sum();
        return new Contest(id, seat, day, null, votes, null, candidacies);
    }
}
