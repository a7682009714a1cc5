package uk.hustings.gateway.edge.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    @Test
    void onlyTheOriginsNamedAreAllowedLetterForLetter() {
        Origins origins = Origins.of(List.of("https://map.example", "http://localhost:3000"));

        assertThat(origins.allow("https://map.example")).isTrue();
        assertThat(origins.allow("http://map.example")).isFalse();
        assertThat(origins.allow("https://map.example.evil.example")).isFalse();
        assertThat(origins.allow("null")).isFalse();
        assertThat(origins.vary()).isTrue();
    }

    @Test
    void aStarAllowsAnyOriginAndAnswersCanBeSharedBetweenThem() {
        Origins origins = Origins.of(List.of("*"));

        assertThat(origins.allow("https://anywhere.example")).isTrue();
        assertThat(origins.nameFor("https://anywhere.example")).isEqualTo("*");
        assertThat(origins.vary()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"map.example", "https://map.example/", "https://*.example", "ftp://map.example", "null", ""})
    void whatIsNoOriginIsRefusedAtTheStart(String origin) {
        assertThatThrownBy(() -> Origins.of(List.of(origin))).hasMessageContaining("hustings.cors.origins");
    }
}
