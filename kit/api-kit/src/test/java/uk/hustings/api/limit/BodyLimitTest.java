package uk.hustings.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyLimitTest {

    @Test
    void importsMayBeLargeWhateverTheirForm() {
        assertThat(BodyLimit.limitFor("/v1/elections/imports")).isEqualTo(64L << 20);
        assertThat(BodyLimit.limitFor("/v1/elections/imports.csv")).isEqualTo(64L << 20);
        assertThat(BodyLimit.limitFor("/v1/elections/imports/1")).isEqualTo(1L << 20);
        assertThat(BodyLimit.limitFor("/v1/elections")).isEqualTo(1L << 20);
    }
}
