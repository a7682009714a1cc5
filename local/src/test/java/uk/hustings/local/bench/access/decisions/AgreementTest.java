package uk.hustings.local.bench.access.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgreementTest {

    @Test
    void ourRulesAndJcasbinDecideAlike() {
        Agreement agreement = Agreement.of(20_000, 2024);
        assertThat(agreement.examples()).isEmpty();
        assertThat(agreement.apart()).isZero();
        assertThat(agreement.allowed()).isBetween(4_000, 16_000);
    }
}
