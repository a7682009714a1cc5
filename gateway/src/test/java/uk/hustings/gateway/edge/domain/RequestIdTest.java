package uk.hustings.gateway.edge.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "7f8c-11ee.b_2", "01890a5d-ac96-774b-bcce-b302099a8057"})
    void aSaneIdIsKept(String offered) {
        assertThat(RequestId.keep(offered, "made")).isEqualTo(offered);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "two words",
                "a\nb",
                "-a",
                "{x}",
                "012345678901234567890123456789012345678901234567890123456789012345"
            })
    void anIdThatCouldDisturbALogIsReplaced(String offered) {
        assertThat(RequestId.keep(offered, "made")).isEqualTo("made");
    }
}
