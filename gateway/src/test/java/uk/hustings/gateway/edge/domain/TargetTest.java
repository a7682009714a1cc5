package uk.hustings.gateway.edge.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1/seats",
                "/v1/seats/",
                "/v1/polls.csv",
                "/v1/seats?q=Ynys%20M%C3%B4n&limit=20",
                "/v1/seats?next=a//b/../c;d",
                "/v1/campaign/local-parties/stoke-on-trent-north",
                "/v1/polls/a%20b"
            })
    void anOrdinaryTargetPassesAsItIs(String uri) {
        assertThat(Target.of(uri)).isInstanceOfSatisfying(Target.Accepted.class, accepted -> assertThat(accepted.uri())
                .isEqualTo(uri));
    }

    @ParameterizedTest
    @CsvSource({"/v1/%73eats,/v1/seats", "/%69nternal,/internal", "/v1/a%2db,/v1/a-b", "/m%c3%b4n,/m%C3%B4n"})
    void aPathHasOneSpelling(String sent, String read) {
        assertThat(Target.of(sent)).isEqualTo(new Target.Accepted(read, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "v1/seats",
                "http://localhost/v1/seats",
                "//v1/seats",
                "/v1//seats",
                "/v1/seats//",
                "/v1/../internal/seats",
                "/v1/seats/..",
                "/v1/./seats",
                "/v1/seats/..;/internal",
                "/v1/seats;jsessionid=1",
                "/v1/seats%3Ba",
                "/v1%2Fseats",
                "/v1%2fseats",
                "/v1/seats/%5C..%5Cinternal",
                "/v1\\seats",
                "/v1/%2e%2e/internal",
                "/v1/%2E/seats",
                "/v1/seats/%252e%252e",
                "/v1/seats/%00",
                "/v1/seats/%0d%0aX:%20y",
                "/v1/seats/%7F",
                "/v1/seats/%",
                "/v1/seats/%2",
                "/v1/seats/%zz",
                "/v1/seats/%c0%af",
                "/v1/seats/%ff",
                "/v1/seats/a b",
                "/v1/seats/\u0001",
                "/v1/seats/é",
                "/v1/seats/<a>",
                "/v1/seats#a",
                "/v1/seats?a=%",
                "/v1/seats?a=%00",
                "/v1/seats?a=%0a",
                "/v1/seats?a=\tb",
                "/v1/seats?a=b#c"
            })
    void whatCouldBeReadInTwoWaysIsRefused(String uri) {
        assertThat(Target.of(uri)).isInstanceOf(Target.Refused.class);
    }

    @Test
    void theReasonNamesTheFaultAndNotTheInput() {
        assertThat(Target.of("/v1//seats"))
                .isEqualTo(new Target.Refused("The path has an empty segment (two slashes in a row)."));
    }
}
