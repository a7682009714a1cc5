package uk.hustings.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    record Order(
            @PlainText String reason,
            @PlainText(max = 5, required = false) String note) {}

    @Test
    void aReasonMustBeGivenAndVisible() {
        assertThat(faults(new Order(null, null))).isEqualTo("must not be blank");
        assertThat(faults(new Order(" \u00A0", null))).isEqualTo("must not be blank");
        assertThat(faults(new Order("The polls moved", null))).isEmpty();
    }

    @Test
    void whatMayBeLeftOutMayBeBlank() {
        assertThat(faults(new Order("a", ""))).isEmpty();
        assertThat(faults(new Order("a", "  "))).isEmpty();
    }

    @Test
    void lengthIsCountedInCharacters() {
        assertThat(faults(new Order("a".repeat(1000), "\uD83D\uDDF3".repeat(5))))
                .isEmpty();
        assertThat(faults(new Order("a".repeat(1001), null))).isEqualTo("must have at most 1000 characters, had 1001");
        assertThat(faults(new Order("a", "abcdef"))).isEqualTo("must have at most 5 characters, had 6");
    }

    @Test
    void controlCharactersAreRefused() {
        assertThat(faults(new Order("a\u0000", null)))
                .isEqualTo("must be text without control characters or line breaks");
        assertThat(faults(new Order("a", "\n"))).isEqualTo("must be text without control characters or line breaks");
    }

    private static String faults(Order order) {
        Set<ConstraintViolation<Order>> faults = VALIDATOR.validate(order);
        return faults.isEmpty() ? "" : faults.iterator().next().getMessage();
    }
}
