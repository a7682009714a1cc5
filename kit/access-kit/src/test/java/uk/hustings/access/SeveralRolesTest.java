package uk.hustings.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.problem.ProblemType;

/** Several roles of one account add up; but nobody acts for a local party and for more than it at once. */
class SeveralRolesTest {

    private static final Instant NOON = Instant.parse("2015-04-14T11:00:00Z");
    private static final SeatCode EXETER = SeatCode.fromString("E14000698");
    private static final SeatCode CREWE = SeatCode.fromString("E14000653");
    private static final SeatCode STOKE = SeatCode.fromString("E14000973");
    private static final String NORTH_WEST = "E12000002";

    private final AccessRules rules = new AccessRules(
            AccessMatrix.load(),
            new Territory() {
                @Override
                public Optional<String> regionOf(SeatCode seat) {
                    return Optional.of(seat.equals(CREWE) ? NORTH_WEST : "E12000005");
                }

                @Override
                public boolean owns(String localParty, SeatCode seat) {
                    return localParty.equals("exeter") && seat.equals(EXETER);
                }
            },
            null);

    @Test
    void theFurthestReachWithinALocalPartyCounts() {
        Caller both = caller(List.of("exeter"), null, Role.CANVASSER, Role.LOCAL_ORGANISER);

        assertThat(rules.reach(both, "contact:correct")).isEqualTo(Reach.OWN_AND_TWIN);
        assertThat(granted(both, "contact:correct", STOKE)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"REGIONAL_ORGANISER", "NATIONAL_ORGANISER", "ANALYST", "AUDITOR", "SERVICE"})
    void aMemberOfALocalPartyWithAWiderRoleIsRefusedEverything(Role wider) {
        Caller mixed = caller(List.of("exeter"), null, Role.LOCAL_ORGANISER, wider);

        for (String permission : List.of("contact:report", "local-party:read", "access:me", "seat:read")) {
            assertThat(rules.decide(mixed, permission, EXETER, NOON))
                    .isInstanceOfSatisfying(Ruling.Refused.class, refused -> assertThat(refused.type())
                            .isEqualTo(ProblemType.WIDER_THAN_LOCAL_PARTY));
            assertThat(rules.reach(mixed, permission)).isEqualTo(Reach.NONE);
        }
        assertThat(rules.reach(caller(List.of(), null, wider), "access:me"))
                .as("without a local party it is as before")
                .isEqualTo(wider == Role.SERVICE ? Reach.NONE : Reach.SELF);
    }

    @Test
    void aMemberOfALocalPartyWithARegionIsRefusedEverything() {
        Caller mixed = caller(List.of("exeter"), NORTH_WEST, Role.CANVASSER);

        assertThat(rules.decide(mixed, "contact:report"))
                .isInstanceOfSatisfying(Ruling.Refused.class, refused -> assertThat(refused.type())
                        .isEqualTo(ProblemType.WIDER_THAN_LOCAL_PARTY));
        assertThat(rules.reach(mixed, "contact:report")).isEqualTo(Reach.NONE);
    }

    @Test
    void aRegionalOrganiserOrganisesNothingOutsideOfTheRegion() {
        Caller regional = caller(List.of(), NORTH_WEST, Role.REGIONAL_ORGANISER);

        assertThat(granted(regional, "local-party:read", EXETER)).isFalse();
        assertThat(granted(regional, "local-party:read", CREWE)).isTrue();
        assertThat(granted(
                        caller(List.of(), NORTH_WEST, Role.REGIONAL_ORGANISER, Role.CANVASSER), "contact:read", EXETER))
                .isFalse();
    }

    private boolean granted(Caller caller, String permission, SeatCode seat) {
        return rules.decide(caller, permission, seat, NOON).granted();
    }

    private static Caller caller(List<String> localParties, String region, Role... roles) {
        return new Caller("id", "somebody", Set.of(roles), Set.of(EXETER), Set.of(STOKE), localParties, region);
    }
}
