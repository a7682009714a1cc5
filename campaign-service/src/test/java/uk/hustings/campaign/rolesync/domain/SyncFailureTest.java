package uk.hustings.campaign.rolesync.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SyncFailureTest {

    @Test
    void aRequestWaitsForAsLongAsKeycloakIsAway() {
        assertThat(SyncFailure.ofStatus(503)).isEqualTo(SyncFailure.NO_ANSWER);
        assertThat(SyncFailure.NO_ANSWER.isFinal(1_000, 10)).isFalse();
    }

    @Test
    void theTenthRefusalIsTheLast() {
        assertThat(SyncFailure.ofStatus(500)).isEqualTo(SyncFailure.REFUSED);
        assertThat(SyncFailure.REFUSED.isFinal(9, 10)).isFalse();
        assertThat(SyncFailure.REFUSED.isFinal(10, 10)).isTrue();
    }

    @Test
    void whatNoRetryMendsIsGivenUpAtOnce() {
        assertThat(SyncFailure.BEYOND_REPAIR.isFinal(1, 10)).isTrue();
    }
}
