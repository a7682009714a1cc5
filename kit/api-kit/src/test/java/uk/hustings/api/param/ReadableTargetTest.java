package uk.hustings.api.param;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"%00", "a%0Ab", "%7F", "%C2%85", "%FF", "%ED%A0%80", "%C3", "%", "%4", "%zz", "%-1", "%C0%80"})
    void whatIsNoTextIsRefused(String escaped) {
        assertThat(ReadableTarget.isReadable(escaped)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "q=Ynys%20M%C3%B4n", "%F0%9F%97%B3", "/v1/seats/E14000653", "a+b", "%25"})
    void textIsNot(String escaped) {
        assertThat(ReadableTarget.isReadable(escaped)).isTrue();
    }
}
