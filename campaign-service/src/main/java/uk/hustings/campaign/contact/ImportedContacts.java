package uk.hustings.campaign.contact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import uk.hustings.access.Caller;
import uk.hustings.access.Ruling;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.campaign.contact.domain.DayCount;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.contact.domain.PartyWeek;
import uk.hustings.campaign.contact.domain.StatedCount;
import uk.hustings.campaign.contact.domain.Tally;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.localparty.LocalParty;
import uk.hustings.campaign.seatref.Seats;

/** The rows of an import while they are read: each checked, and sorted by whose they are and where. */
final class ImportedContacts {

    /** Rows that an import may have. */
    static final int MOST_ROWS = 100_000;

    /** Seats out of reach that are named. */
    private static final int MOST_TOLD = 100;

    /** What rows are held against. */
    record Ground(
            Caller caller,
            ContactRights rights,
            LocalParties parties,
            Seats seats,
            Set<PartySeat> twins,
            LocalDate today) {}

    /** A row as it was sent. */
    record Row(String localParty, String seatCode, StatedCount count) {}

    /** Where a row lies in what was sent. */
    interface Spot extends StatedCount.Faults {

        /** In words. */
        String name(int number);

        int number();
    }

    /** A row that may be recorded. */
    record Entry(PartySeat place, DayCount count) {}

    /**
     * An import that may be recorded.
     *
     * @param digests of what each local party sends; none without an id
     */
    record Sorted(
            String sourceBatchId,
            SortedMap<PartySeat, List<DayCount>> counts,
            SortedMap<PartyWeek, Tally> sums,
            SortedMap<String, String> digests) {}

    private final Ground ground;
    private final SortedMap<PartySeat, List<DayCount>> counts = new TreeMap<>();
    private final Map<PartySeat, Map<DayCount, Integer>> numbers = new HashMap<>();
    private final Map<SeatCode, Ruling> rulings = new HashMap<>();
    private final Map<SeatCode, FieldError> outOfReach = new LinkedHashMap<>();
    private final Set<String> otherParties = new TreeSet<>();

    ImportedContacts(Ground ground) {
        this.ground = ground;
    }

    /**
     * Checks a row.
     *
     * @param at makes the error of a field in this row
     * @return null if it cannot be recorded
     */
    Entry entry(Row row, Spot spot, BiFunction<String, String, FieldError> at) {
        SeatCode seat = seat(row, spot);
        if (seat != null && !withinReach(seat, at)) {
            return null;
        }
        String own = ground.caller().localParty().orElse(null);
        if (own != null && row.localParty() != null && !own.equals(row.localParty())) {
            otherParties.add(row.localParty());
            return null;
        }
        String whose = seat == null ? null : whose(row, own, seat, spot);
        DayCount count = row.count().check(ground.today(), spot);
        if (whose == null || count == null) {
            return null;
        }
        PartySeat place = new PartySeat(whose, seat);
        Integer earlier =
                numbers.computeIfAbsent(place, first -> new HashMap<>()).putIfAbsent(count, spot.number());
        if (earlier != null) {
            spot.add(
                    "day",
                    "the same stands in %s; if both were made, send one row with their sum"
                            .formatted(spot.name(earlier)));
        }
        return new Entry(place, count);
    }

    void add(Entry entry) {
        if (entry != null) {
            counts.computeIfAbsent(entry.place(), place -> new ArrayList<>()).add(entry.count());
        }
    }

    /** @throws uk.hustings.api.problem.Problem SEAT_OUT_OF_REACH naming the seats that the caller does not reach */
    void refuseOutOfReach() {
        if (!otherParties.isEmpty()) {
            throw ProblemType.SEAT_OUT_OF_REACH
                    .because("You may report for your own local party only: %s. Nothing was written."
                            .formatted(ground.caller().localParty().orElseThrow()))
                    .with("localParties", List.copyOf(otherParties));
        }
        if (!outOfReach.isEmpty()) {
            List<SeatCode> seats =
                    outOfReach.keySet().stream().sorted().limit(MOST_TOLD).toList();
            throw ProblemType.SEAT_OUT_OF_REACH
                    .because("Your roles do not cover %d of these seats: %s. Nothing was written."
                            .formatted(
                                    outOfReach.size(),
                                    seats.stream().map(SeatCode::value).collect(Collectors.joining(", "))))
                    .withErrors(outOfReach.values().stream().limit(MOST_TOLD).toList())
                    .with("seatCodes", seats);
        }
    }

    /** @throws uk.hustings.api.problem.Problem PARTY_LOCKED where rows of a locked seat are no late counts */
    Sorted sorted(String sourceBatchId) {
        refuseOutOfReach();
        SortedMap<PartyWeek, Tally> sums = new TreeMap<>();
        Map<String, SortedMap<PartySeat, List<DayCount>>> byParty = new TreeMap<>();
        counts.forEach((place, of) -> {
            if (rulings.get(place.seat()) instanceof Ruling.Locked locked
                    && !ground.rights()
                            .lateCounts(
                                    locked,
                                    place.seat(),
                                    of.stream().map(DayCount::day).toList())) {
                locked.orRefuse();
            }
            sums.putAll(PartyWeek.sums(place, of));
            byParty.computeIfAbsent(place.localParty(), party -> new TreeMap<>())
                    .put(place, of);
        });
        SortedMap<String, String> digests = new TreeMap<>();
        if (sourceBatchId != null) {
            byParty.forEach((party, of) -> digests.put(party, ContactSources.digest(of)));
        }
        return new Sorted(sourceBatchId, counts, sums, digests);
    }

    private SeatCode seat(Row row, Spot spot) {
        if (row.seatCode() == null) {
            spot.add("seatCode", "must not be empty");
            return null;
        }
        try {
            SeatCode seat = new SeatCode(row.seatCode());
            if (ground.seats().find(seat).isPresent()) {
                return seat;
            }
        } catch (IllegalArgumentException noCode) {
            // Told like any other code that no seat has.
        }
        spot.add("seatCode", "no seat has this code");
        return null;
    }

    private boolean withinReach(SeatCode seat, BiFunction<String, String, FieldError> at) {
        Ruling ruling = rulings.computeIfAbsent(seat, code -> ground.rights().toReport(ground.caller(), code));
        if (ruling instanceof Ruling.Refused refused && refused.type() == ProblemType.SEAT_OUT_OF_REACH) {
            outOfReach.computeIfAbsent(seat, code -> at.apply("seatCode", "your roles do not cover " + code));
            return false;
        }
        if (!(ruling instanceof Ruling.Locked)) {
            ruling.orRefuse();
        }
        return true;
    }

    private String whose(Row row, String own, SeatCode seat, Spot spot) {
        String owner = ground.parties().ofSeat(seat).map(LocalParty::localParty).orElse(null);
        String whose = own != null ? own : row.localParty() != null ? row.localParty() : owner;
        if (whose == null || ground.parties().find(whose).isEmpty()) {
            spot.add("localParty", "no local party has this id");
            return null;
        }
        boolean works = whose.equals(owner)
                || whose.equals(own) && ground.caller().twins().contains(seat)
                || ground.twins().contains(new PartySeat(whose, seat));
        if (!works) {
            spot.add("localParty", "%s does not work in %s".formatted(whose, seat));
            return null;
        }
        return whose;
    }
}
