package uk.hustings.api.param;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.Test;

class UnknownParameterFilterTest {

    static class Base {
        @RestQuery
        String inherited;
    }

    static class Bean extends Base {
        @RestQuery("as-named")
        String other;

        @BeanParam
        Nested nested;

        String notAParameter;
    }

    static class Nested {
        @QueryParam("deep")
        List<String> deep;
    }

    @SuppressWarnings("unused")
    static void operation(
            @RestPath String path,
            @HeaderParam("h") String header,
            @RestQuery String own,
            @QueryParam("standard") int standard,
            @BeanParam Bean bean) {}

    @Test
    void everyWayToDeclareAQueryParameterIsKnown() throws NoSuchMethodException {
        assertThat(DeclaredParameters.of(UnknownParameterFilterTest.class.getDeclaredMethod(
                        "operation", String.class, String.class, String.class, int.class, Bean.class)))
                .containsExactly("as-named", "deep", "inherited", "own", "standard");
    }

    @Test
    void onlyKnownNamesPass() {
        assertThatCode(() -> UnknownParameterFilter.refuseUnlessAll(Set.of("limit"), Set.of("limit", "seat")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> UnknownParameterFilter.refuseUnlessAll(Set.of("Limit"), Set.of("limit")))
                .hasMessage("This operation has no such parameter, only limit");
        assertThatThrownBy(() -> UnknownParameterFilter.refuseUnlessAll(Set.of("x"), Set.of()))
                .hasMessage("This operation has no query parameters");
    }
}
