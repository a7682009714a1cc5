package uk.hustings.gateway.routes.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.hustings.gateway.routes.domain.Occupancy.Outcome.CALLER_AT_LIMIT;
import static uk.hustings.gateway.routes.domain.Occupancy.Outcome.ENTERED;
import static uk.hustings.gateway.routes.domain.Occupancy.Outcome.SERVICE_AT_LIMIT;

import org.junit.jupiter.api.Test;

class OccupancyTest {

    private final Occupancy occupancy = new Occupancy(2, 3);

    @Test
    void aCallerHasItsPlacesOverAllServicesAndOneMoreIsRefused() {
        assertThat(occupancy.enter("anna", Service.POLLS)).isEqualTo(ENTERED);
        assertThat(occupancy.enter("anna", Service.SEATS)).isEqualTo(ENTERED);
        assertThat(occupancy.enter("anna", Service.SEATS)).isEqualTo(CALLER_AT_LIMIT);

        occupancy.leave("anna", Service.POLLS);

        assertThat(occupancy.enter("anna", Service.SEATS)).isEqualTo(ENTERED);
    }

    @Test
    void aServiceHasItsPlacesForAllCallersAndOneMoreIsRefused() {
        occupancy.enter("anna", Service.POLLS);
        occupancy.enter("anna", Service.POLLS);
        assertThat(occupancy.enter("bert", Service.POLLS)).isEqualTo(ENTERED);
        assertThat(occupancy.enter("bert", Service.POLLS)).isEqualTo(SERVICE_AT_LIMIT);
        assertThat(occupancy.enter("bert", Service.SEATS)).isEqualTo(ENTERED);

        occupancy.leave("anna", Service.POLLS);

        assertThat(occupancy.enter("cleo", Service.POLLS)).isEqualTo(ENTERED);
    }
}
