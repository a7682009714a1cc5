package uk.hustings.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.junit.jupiter.api.Test;
import uk.hustings.api.text.PlainText;

class SentTextsTest {

    record Constrained(
            @PlainText String reason,
            @Pattern(regexp = "[a-z]+") String name,
            String seatCode) {}

    record Forgotten(String reason) {}

    record Within(@Valid List<Forgotten> orders) {}

    static class Good {

        @POST
        void post(@RestPath String note, @Valid Constrained body) {}

        @DELETE
        void delete(@RestPath Forgotten id) {}
    }

    static class WithoutConstraint {

        @PUT
        void put(@Valid Forgotten body) {}
    }

    static class Deeper {

        @PATCH
        void patch(@Valid Within body) {}
    }

    static class WithoutValid {

        @POST
        void post(Constrained body) {}
    }

    @Test
    void aTextWithTheConstraintIsRight() {
        assertThatCode(() -> SentTexts.RULE.check(new ClassFileImporter().importClasses(Good.class, Constrained.class)))
                .doesNotThrowAnyException();
    }

    @Test
    void aTextWithoutItIsFound() {
        assertThat(faults(WithoutConstraint.class)).contains("Forgotten.reason, which lacks @PlainText");
    }

    @Test
    void soIsOneInARecordOfAList() {
        assertThat(faults(Deeper.class)).contains("Forgotten.reason, which lacks @PlainText");
    }

    @Test
    void aConstraintThatNobodyChecksIsFound() {
        assertThat(faults(WithoutValid.class)).contains("Constrained without @Valid");
    }

    private static String faults(Class<?> resource) {
        return SentTexts.RULE
                .evaluate(new ClassFileImporter()
                        .importClasses(resource, Constrained.class, Forgotten.class, Within.class))
                .getFailureReport()
                .toString();
    }
}
