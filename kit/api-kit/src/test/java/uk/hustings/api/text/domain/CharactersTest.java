package uk.hustings.api.text.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {

    private static final String BALLOT_BOX = "\uD83D\uDDF3";

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t\n", "\u00A0", "\u3000 \u2007", "\u200B\uFEFF", "\u2028"})
    void whatNobodyCanSeeIsBlank(String text) {
        assertThat(Characters.isBlank(text)).isTrue();
        assertThat(Characters.stripped(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " a ", "0", "\u00A0\u00E9", BALLOT_BOX})
    void whatSomebodyCanSeeIsNot(String text) {
        assertThat(Characters.isBlank(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000",
                "a\u0001",
                "a\nb",
                "a\rb",
                "a\tb",
                "\u007F",
                "\u0085",
                "a\u2028b",
                "\u2029",
                "\uD800",
                "a\uDC00"
            })
    void controlCharactersLineBreaksAndHalfPairsAreNotPlain(String text) {
        assertThat(Characters.isPlain(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ynys M\u00F4n", "\u201CNo\u201D \u2013 50%", BALLOT_BOX, "a\u00A0b", "\u0627\u200F"})
    void lettersSignsAndPairsArePlain(String text) {
        assertThat(Characters.isPlain(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\uD800", "\uDC00", "a\uD800b", "\uDC00\uD800", BALLOT_BOX + "\uD83D"})
    void noDatabaseHasTheseCharacters(String text) {
        assertThat(Characters.isStorable(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\n\u0001", BALLOT_BOX, "a" + BALLOT_BOX + "b"})
    void aDatabaseHasAllOthers(String text) {
        assertThat(Characters.isStorable(text)).isTrue();
    }

    @Test
    void aPairOfSurrogatesIsOneCharacter() {
        assertThat(Characters.count("a" + BALLOT_BOX)).isEqualTo(2);
    }

    @Test
    void spacesOfEveryKindAreStripped() {
        assertThat(Characters.stripped("\u00A0 a b\u3000\n")).isEqualTo("a b");
        assertThat(Characters.stripped(BALLOT_BOX)).isEqualTo(BALLOT_BOX);
    }
}
