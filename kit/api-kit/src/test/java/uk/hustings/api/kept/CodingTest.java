package uk.hustings.api.kept;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodingTest {

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate, gzip", "br;q=1.0, GZIP;q=0.2", "gzip, deflate, br", "gzip;q=1"})
    void whoNamesGzipGetsIt(String header) {
        assertThat(Coding.acceptedBy(header)).isEqualTo(Coding.GZIP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "br", "*", "gzip;q=0", "gzip; q=0.000", "x-gzipped"})
    void whoDoesNotGetsTheBytesAsTheyAre(String header) {
        assertThat(Coding.acceptedBy(header)).isEqualTo(Coding.IDENTITY);
    }

    @Test
    void whoSaysNothingGetsTheBytesAsTheyAre() {
        assertThat(Coding.acceptedBy(null)).isEqualTo(Coding.IDENTITY);
        assertThat(Coding.IDENTITY.encode(new byte[] {1, 2})).containsExactly(1, 2);
    }
}
