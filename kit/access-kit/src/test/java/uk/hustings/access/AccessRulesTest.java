package uk.hustings.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.hustings.api.follow.Follower;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;

class AccessRulesTest {

    private static final SeatCode EXETER = SeatCode.fromString("E14000698");
    private static final SeatCode CREWE = SeatCode.fromString("E14000653");
    private static final SeatCode UNKNOWN = SeatCode.fromString("E14999999");
    private static final Instant NOON = Instant.parse("2015-04-14T11:00:00Z");
    private static final Instant END = Instant.parse("2015-05-07T21:00:00Z");
    private static final LiveLock LOCK =
            new LiveLock("exeter", EXETER, new UUID(0, 1), "501 contacts", NOON, END, CREWE);

    private final List<Follower<LockSet>> followers = new ArrayList<>();

    /** Exeter lies in the South West and belongs to exeter; Crewe in the North West, to crewe. */
    private final Territory territory = new Territory() {
        @Override
        public Optional<String> regionOf(SeatCode seat) {
            return seat.equals(EXETER)
                    ? Optional.of("E12000009")
                    : seat.equals(CREWE) ? Optional.of("E12000002") : Optional.empty();
        }

        @Override
        public boolean owns(String localParty, SeatCode seat) {
            return seat.equals(EXETER) && localParty.equals("exeter")
                    || seat.equals(CREWE) && localParty.equals("crewe");
        }
    };

    @AfterEach
    void stopFollowing() {
        followers.forEach(Follower::close);
    }

    @Test
    void whoHasNoRoleThatCarriesItIsRefused() {
        AccessRules rules = rules();

        assertThat(rules.decide(Caller.NOBODY, "contact:report", EXETER, NOON))
                .isEqualTo(rules.decide(Caller.NOBODY, "contact:report"));
        assertThat(refusal(rules.decide(Caller.NOBODY, "contact:report"))).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(rules.decide(Caller.NOBODY, "seat:read").granted()).isTrue();
        assertThatThrownBy(() -> rules.decide(Caller.NOBODY, "seat:sell")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFurthestOfSeveralRolesCounts() {
        AccessRules rules = rules();
        Caller both = Caller.of(
                "id", "both", List.of("canvasser", "regional-organiser", "newsletter"), List.of(), "E12000009");

        assertThat(rules.reach(both, "contact:read")).isEqualTo(Reach.REGION);
        assertThat(rules.reach(both, "policy:write")).isEqualTo(Reach.NONE);
    }

    @Test
    void whatConcernsEverySeatNeedsAReachOverAll() {
        AccessRules rules = rules();

        assertThat(rules.decideEverywhere(hq(), "access:decide").granted()).isTrue();
        assertThat(refusal(rules.decideEverywhere(region("E12000009"), "member:write")))
                .isEqualTo(ProblemType.FORBIDDEN);
        assertThat(refusal(rules.decideEverywhere(Caller.NOBODY, "member:write")))
                .isEqualTo(ProblemType.FORBIDDEN);
    }

    @Test
    void headquartersReachesAllAndARegionItsOwn() {
        AccessRules rules = rules(LOCK);

        assertThat(rules.decide(hq(), "contact:report", EXETER, NOON).granted()).isTrue();
        assertThat(rules.decide(region("E12000009"), "contact:report", EXETER, NOON)
                        .granted())
                .isTrue();
        assertThat(refusal(rules.decide(region("E12000002"), "contact:read", EXETER, NOON)))
                .isEqualTo(ProblemType.SEAT_OUT_OF_REACH);
        assertThat(refusal(rules.decide(region(null), "contact:read", EXETER, NOON)))
                .isEqualTo(ProblemType.SEAT_OUT_OF_REACH);
        assertThat(refusal(rules.decide(region("E12000009"), "contact:read", UNKNOWN, NOON)))
                .isEqualTo(ProblemType.SEAT_OUT_OF_REACH);
    }

    @Test
    void whatConcernsOneselfNamesNoSeat() {
        assertThat(refusal(rules().decide(canvasser("seat:E14000698"), "access:me", EXETER, NOON)))
                .isEqualTo(ProblemType.SEAT_OUT_OF_REACH);
        assertThat(rules().decide(canvasser("seat:E14000698"), "access:me").granted())
                .isTrue();
    }

    @Test
    void aLockGuardedActionNeedsTheRoleOnTheSeat() {
        AccessRules rules = rules();

        assertThat(rules.decide(canvasser("seat:E14000698"), "contact:report", EXETER, NOON)
                        .granted())
                .isTrue();
        assertThat(rules.decide(canvasser("twin:E14000653"), "contact:report", CREWE, NOON)
                        .granted())
                .isTrue();
        assertThat(refusal(rules.decide(canvasser(), "contact:report", EXETER, NOON)))
                .isEqualTo(ProblemType.SEAT_OUT_OF_REACH);
        assertThat(refusal(rules.decide(organiser("twin:E14000653"), "poll:read-private", CREWE, NOON)))
                .as("a twin's private evidence stays its own")
                .isEqualTo(ProblemType.SEAT_OUT_OF_REACH);
    }

    @Test
    void withoutALocalPartyARoleOnASeatIsWorthNothing() {
        Caller homeless = Caller.of("id", "homeless", List.of("canvasser", "seat:E14000698"), List.of(), null);

        assertThat(refusal(rules().decide(homeless, "contact:report", EXETER, NOON)))
                .isEqualTo(ProblemType.SEAT_OUT_OF_REACH);
        assertThat(refusal(rules().decide(homeless, "contact:read", EXETER, NOON)))
                .isEqualTo(ProblemType.SEAT_OUT_OF_REACH);
    }

    @Test
    void anAccountOfTwoLocalPartiesGetsNowhere() {
        Caller two = Caller.of("id", "two", List.of("canvasser", "seat:E14000698"), List.of("exeter", "crewe"), null);

        assertThat(refusal(rules().decide(two, "contact:report", EXETER, NOON)))
                .isEqualTo(ProblemType.TWO_LOCAL_PARTIES);
    }

    @Test
    void aLockIsToldWithTheSeatWhereThePartyIsWantedWhetherOrNotTheTokenStillHasTheRole() {
        AccessRules rules = rules(LOCK);

        for (Caller caller : List.of(canvasser("seat:E14000698"), canvasser())) {
            Ruling ruling = rules.decide(caller, "contact:report", EXETER, NOON);
            assertThat(ruling).isEqualTo(new Ruling.Locked(LOCK));
            assertThatThrownBy(ruling::orRefuse)
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.body())
                            .containsEntry("type", "/problems/party-locked")
                            .containsEntry("twinnedSeat", CREWE));
        }
        assertThat(Ruling.locked(new LiveLock("exeter", EXETER, new UUID(0, 1), "", NOON, END))
                        .body())
                .doesNotContainKey("twinnedSeat");
    }

    @Test
    void aLockEndsByItselfToTheInstant() {
        AccessRules rules = rules(LOCK);
        Caller caller = canvasser("seat:E14000698");

        assertThat(rules.decide(caller, "contact:report", EXETER, END.minusNanos(1))
                        .granted())
                .isFalse();
        assertThat(rules.decide(caller, "contact:report", EXETER, END).granted())
                .isTrue();
    }

    @Test
    void whatALockNeverClosesRestsOnTheRecordOrTheToken() {
        AccessRules rules = rules(LOCK);

        assertThat(rules.decide(organiser(), "contact:correct", EXETER, NOON).granted())
                .isTrue();
        assertThat(rules.decide(organiser("twin:E14000653"), "contact:correct", CREWE, NOON)
                        .granted())
                .isTrue();
        assertThat(refusal(rules.decide(organiser(), "contact:correct", CREWE, NOON)))
                .isEqualTo(ProblemType.SEAT_OUT_OF_REACH);
    }

    @Test
    void whenLocksAreStaleNobodyWhomOneCouldConcernGetsIn() {
        AccessRules rules = new AccessRules(AccessMatrix.load(), territory, new LiveLocks(follower(null)));
        Caller caller = organiser("seat:E14000698");

        assertThat(rules.decide(caller, "contact:report", EXETER, NOON)).isEqualTo(new Ruling.Unknown());
        assertThatThrownBy(() -> rules.seatsWithin(caller, "contact:report", NOON))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.LOCKS_STALE));
        assertThat(rules.decide(caller, "contact:correct", EXETER, NOON).granted())
                .isTrue();
        assertThat(rules.decide(hq(), "contact:report", EXETER, NOON).granted()).isTrue();
        assertThat(rules.seatsWithin(hq(), "contact:report", NOON).test(EXETER)).isTrue();
    }

    @Test
    void aBuriedSeatIsWorthNothingInTheToken() {
        AccessRules rules = rules(new Tombstone("exeter", CREWE, null));
        Caller caller = organiser("seat:E14000698", "twin:E14000653");

        assertThat(refusal(rules.decide(caller, "contact:report", CREWE, NOON)))
                .isEqualTo(ProblemType.SEAT_OUT_OF_REACH);
        assertThat(refusal(rules.decide(caller, "contact:correct", CREWE, NOON)))
                .isEqualTo(ProblemType.SEAT_OUT_OF_REACH);
        assertThat(rules.decide(caller, "contact:report", EXETER, NOON).granted())
                .isTrue();
        assertThat(rules.present(caller).twins()).isEmpty();
        assertThat(rules.present(caller).seats()).containsExactly(EXETER);
        assertThat(rules.decide(
                                Caller.of(
                                        "id", "crewe", List.of("canvasser", "seat:E14000653"), List.of("crewe"), null),
                                "contact:report",
                                CREWE,
                                NOON)
                        .granted())
                .as("another local party has not lost it")
                .isTrue();
    }

    @Test
    void anAccountThatHasLeftItsLocalPartyHasNothingOfIt() {
        AccessRules rules = rules(new Tombstone("exeter", null, "id"));
        Caller gone = organiser("seat:E14000698");
        Caller stays =
                Caller.of("other", "stays", List.of("local-organiser", "seat:E14000698"), List.of("exeter"), null);

        for (String permission : List.of("contact:report", "contact:correct", "poll:read-private")) {
            assertThat(refusal(rules.decide(gone, permission, EXETER, NOON))).isEqualTo(ProblemType.SEAT_OUT_OF_REACH);
            assertThat(rules.decide(stays, permission, EXETER, NOON).granted()).isTrue();
        }
        assertThat(rules.present(gone).localParty()).isEmpty();
        assertThat(rules.present(gone).seats()).isEmpty();
        assertThat(rules.present(gone).roles()).containsExactly(Role.LOCAL_ORGANISER);
        assertThat(rules.present(stays)).isSameAs(stays);
        assertThat(rules.present(hq())).isEqualTo(hq());
    }

    @Test
    void listsGiveTheSeatsThatADecisionWouldGive() {
        AccessRules rules = rules(LOCK);
        Caller caller = organiser("seat:E14000698", "twin:E14000653");

        Predicate<SeatCode> reports = rules.seatsWithin(caller, "contact:report", NOON);

        assertThat(reports.test(EXETER)).isFalse();
        assertThat(reports.test(CREWE)).isTrue();
    }

    @Test
    void aServiceWithoutLocksKnowsNoTombstones() {
        AccessRules rules = new AccessRules(AccessMatrix.load(), territory, null);
        Caller caller = organiser("seat:E14000698");

        assertThat(rules.decide(caller, "contact:correct", EXETER, NOON).granted())
                .isTrue();
        assertThat(rules.present(caller)).isSameAs(caller);
    }

    private AccessRules rules(Object... stones) {
        List<LiveLock> locks = new ArrayList<>();
        List<Tombstone> tombstones = new ArrayList<>();
        for (Object stone : stones) {
            if (stone instanceof LiveLock lock) {
                locks.add(lock);
            } else {
                tombstones.add((Tombstone) stone);
            }
        }
        Follower<LockSet> follower = follower(LockSet.of(1, locks, tombstones));
        follower.refresh().await().atMost(Duration.ofSeconds(5));
        return new AccessRules(AccessMatrix.load(), territory, new LiveLocks(follower));
    }

    /** @param set null for a feed that never answers */
    private Follower<LockSet> follower(LockSet set) {
        Follower<LockSet> follower = Follower.follow(
                "locks",
                new Follower.Source<>() {
                    @Override
                    public Uni<LockSet> fetch(LockSet known) {
                        return set == null
                                ? Uni.createFrom().failure(new IllegalStateException("gone"))
                                : Uni.createFrom().item(set);
                    }

                    @Override
                    public Multi<?> signals() {
                        return Multi.createFrom().nothing();
                    }
                },
                Duration.ofMinutes(1),
                changed -> {});
        followers.add(follower);
        return follower;
    }

    private static ProblemType refusal(Ruling ruling) {
        assertThat(ruling).isInstanceOf(Ruling.Refused.class);
        return ((Ruling.Refused) ruling).type();
    }

    private static Caller hq() {
        return Caller.of("hq", "hq", List.of("national-organiser"), List.of(), null);
    }

    private static Caller region(String code) {
        return Caller.of("region", "region", List.of("regional-organiser"), List.of(), code);
    }

    private static Caller canvasser(String... seatRoles) {
        return member("canvasser", seatRoles);
    }

    private static Caller organiser(String... seatRoles) {
        return member("local-organiser", seatRoles);
    }

    private static Caller member(String role, String... seatRoles) {
        List<String> roles = new ArrayList<>(List.of(seatRoles));
        roles.add(role);
        return Caller.of("id", role, roles, List.of("exeter"), null);
    }
}
