package uk.hustings.api.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {

    @ParameterizedTest
    @ValueSource(strings = {"Bearer eyJ.e30.A-_9", "bearer a.b.c", "BEARER a.b.c"})
    void threeSegmentsOfBase64MayBeAToken(String header) {
        assertThat(BearerToken.isWellFormed(header)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer ..",
                "Bearer .",
                "Bearer a.b.",
                "Bearer a..c",
                "Bearer .b.c",
                "Bearer a.b",
                "Bearer a.b.c.d",
                "Bearer  a.b.c",
                "Bearer a.b.c ",
                "Bearer a.b.\u00E9",
                "Basic a.b.c"
            })
    void nothingElseCan(String header) {
        assertThat(BearerToken.isWellFormed(header)).isFalse();
    }
}
