package uk.hustings.local.bench.access.decisions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import uk.hustings.access.Caller;
import uk.hustings.access.LiveLock;
import uk.hustings.access.Role;
import uk.hustings.access.Territory;
import uk.hustings.api.id.SeatCode;

/**
 * Made-up people, local parties and seats, as many seats as there are, and the locks that stand on them. The same seed
 * makes the same. Tokens are as they can be, not only as they should be: with the role of a seat that is lost or none
 * of an own one, with several roles, of two local parties, of a local party and a wider role or region, of no region.
 */
public final class Population implements Territory {

    /** The time of all questions. */
    public static final Instant NOW = Instant.parse("2015-04-14T11:00:00Z");

    private static final int SEATS = 650;
    private static final int REGIONS = 12;
    private static final int PEOPLE = 1_000;
    private static final List<Role> WORKING = List.of(Role.CANVASSER, Role.LOCAL_ORGANISER);

    private final Random random;
    private final List<SeatCode> seats = new ArrayList<>();
    private final Map<SeatCode, String> regions = new HashMap<>();
    private final Map<SeatCode, String> owners = new HashMap<>();
    private final Map<String, List<SeatCode>> parties = new HashMap<>();
    private final List<String> partyNames = new ArrayList<>();
    private final List<LiveLock> locks = new ArrayList<>();
    private final List<Caller> people = new ArrayList<>();

    public Population(long seed) {
        random = new Random(seed);
        for (int number = 0; number < SEATS; number++) {
            found(SeatCode.fromString("E%08d".formatted(14_000_000 + number)), number);
        }
        partyNames.forEach(this::lockSome);
        people.add(Caller.NOBODY);
        while (people.size() < PEOPLE) {
            people.add(person("person-" + people.size()));
        }
    }

    public List<SeatCode> seats() {
        return seats;
    }

    public List<Caller> people() {
        return people;
    }

    /** Those that stand at {@link #NOW}, and some that have run out by then. */
    public List<LiveLock> locks() {
        return locks;
    }

    @Override
    public Optional<String> regionOf(SeatCode seat) {
        return Optional.ofNullable(regions.get(seat));
    }

    @Override
    public boolean owns(String localParty, SeatCode seat) {
        return localParty.equals(owners.get(seat));
    }

    /** By seat, the local party whose it is by record. */
    Map<SeatCode, String> owners() {
        return owners;
    }

    /** Most local parties have one seat, one in ten has two. */
    private void found(SeatCode seat, int number) {
        boolean shared = number > 0 && random.nextInt(10) == 0;
        String party = shared ? owners.get(seats.get(number - 1)) : "party-" + number;
        if (!parties.containsKey(party)) {
            partyNames.add(party);
        }
        seats.add(seat);
        regions.put(seat, shared ? regions.get(seats.get(number - 1)) : "E120000%02d".formatted(number % REGIONS + 1));
        owners.put(seat, party);
        parties.computeIfAbsent(party, name -> new ArrayList<>()).add(seat);
    }

    /** One seat in four is locked, some elsewhere than at home, and some locks have run out. */
    private void lockSome(String party) {
        List<SeatCode> where = new ArrayList<>(parties.get(party));
        if (random.nextInt(5) == 0) {
            where.add(seats.get(random.nextInt(SEATS)));
        }
        for (SeatCode seat : new HashSet<>(where)) {
            if (random.nextInt(4) == 0) {
                Duration left = Duration.ofHours(random.nextInt(5) == 0 ? -1 : 24);
                locks.add(new LiveLock(
                        party,
                        seat,
                        new UUID(random.nextLong(), random.nextLong()),
                        "Made up",
                        NOW.minus(Duration.ofDays(2)),
                        NOW.plus(left)));
            }
        }
    }

    private Caller person(String name) {
        Set<Role> roles = EnumSet.of(random.nextInt(3) > 0 ? WORKING.get(random.nextInt(WORKING.size())) : anyRole());
        if (random.nextInt(6) == 0) {
            roles.add(anyRole());
        }
        List<String> memberOf = new ArrayList<>();
        Set<SeatCode> own = new HashSet<>();
        Set<SeatCode> twins = new HashSet<>();
        boolean wider = roles.stream().anyMatch(Role::isWider);
        if (random.nextInt(8) > (wider ? 6 : 0)) {
            memberOf.add(partyNames.get(random.nextInt(partyNames.size())));
            parties.get(memberOf.get(0)).stream()
                    .filter(seat -> random.nextInt(10) > 0)
                    .forEach(own::add);
            if (random.nextInt(3) == 0) {
                twins.add(anySeat());
            }
            if (random.nextInt(20) == 0) {
                own.add(anySeat());
            }
            if (random.nextInt(30) == 0) {
                memberOf.add("party-of-another-life");
            }
        }
        boolean regional = roles.contains(Role.REGIONAL_ORGANISER) || random.nextInt(30) == 0;
        String region = regional && random.nextInt(10) > 0 ? regions.get(anySeat()) : null;
        return new Caller(
                name, name, Set.copyOf(roles), Set.copyOf(own), Set.copyOf(twins), List.copyOf(memberOf), region);
    }

    /** Nobody has the role of nobody. */
    private Role anyRole() {
        return Role.values()[1 + random.nextInt(Role.values().length - 1)];
    }

    private SeatCode anySeat() {
        return seats.get(random.nextInt(seats.size()));
    }
}
