package uk.hustings.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.hustings.api.id.SeatCode;

/** One role takes nothing from what another gives, and gives nothing of what is another's. */
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
    void whoBecomesARegionalOrganiserKeepsTheTwinOfTheLocalParty() {
        assertThat(granted("contact:correct", STOKE, Role.LOCAL_ORGANISER)).isTrue();
        assertThat(granted("contact:correct", STOKE, Role.LOCAL_ORGANISER, Role.REGIONAL_ORGANISER))
                .isTrue();
        assertThat(granted("contact:correct", CREWE, Role.LOCAL_ORGANISER, Role.REGIONAL_ORGANISER))
                .isTrue();
    }

    @Test
    void aRegionalOrganiserWhoIsOnlyAMemberElsewhereOrganisesNothingThere() {
        assertThat(granted("local-party:read", EXETER, Role.REGIONAL_ORGANISER)).isFalse();
        assertThat(granted("local-party:read", CREWE, Role.REGIONAL_ORGANISER)).isTrue();
        assertThat(granted("local-party:read", EXETER, Role.REGIONAL_ORGANISER, Role.CANVASSER))
                .isTrue();
    }

    private boolean granted(String permission, SeatCode seat, Role... roles) {
        Caller caller = new Caller(
                "id", "somebody", Set.of(roles), Set.of(EXETER), Set.of(STOKE), List.of("exeter"), NORTH_WEST);
        return rules.decide(caller, permission, seat, NOON).granted();
    }
}
