package uk.hustings.api.conditional;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {

    private static final String TAG = EntityTag.of("seats".getBytes(StandardCharsets.UTF_8));

    @Test
    void equalBytesHaveEqualTags() {
        assertThat(TAG).matches("\"[0-9a-f]{24}\"").isEqualTo(EntityTag.of("seats".getBytes(StandardCharsets.UTF_8)));
        assertThat(EntityTag.of(new byte[0])).isNotEqualTo(TAG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "\"other\",W/%s ,\"third\"", "*", " * "})
    void aTagIsNamedAloneAmongOthersOrWithAllOthers(String header) {
        assertThat(EntityTag.isNamedIn(header.formatted(TAG), TAG)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"other\"", "seats", "W/\"other\", \"third\""})
    void othersAreNot(String header) {
        assertThat(EntityTag.isNamedIn(header, TAG)).isFalse();
        assertThat(EntityTag.isNamedIn(null, TAG)).isFalse();
    }
}
