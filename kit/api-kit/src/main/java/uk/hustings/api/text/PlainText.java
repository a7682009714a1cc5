package uk.hustings.api.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import uk.hustings.api.text.domain.Characters;

/**
 * One line of text that people read, such as a reason or a name: at most {@link #max} characters, none of them a control
 * character, a line break or half of a surrogate pair. Unless {@link #required} is false it must be given and must not be
 * blank. The OpenAPI document says the same ({@link PlainTextSchemas}).
 */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlainText.Validator.class)
public @interface PlainText {

    /** Most Unicode code points that the text may have. */
    int max() default 1000;

    /** Whether null and blank are refused. */
    boolean required() default true;

    /** Not used: each fault has words of its own. */
    String message() default Characters.PLAIN;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says what is wrong with a text. */
    class Validator implements ConstraintValidator<PlainText, String> {

        private int max;
        private boolean required;

        @Override
        public void initialize(PlainText constraint) {
            max = constraint.max();
            required = constraint.required();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            String fault = fault(text);
            if (fault == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
            return false;
        }

        private String fault(String text) {
            if (text == null) {
                return required ? "must not be blank" : null;
            }
            if (Characters.count(text) > max) {
                return "must have at most %d characters, had %d".formatted(max, Characters.count(text));
            }
            if (!Characters.isPlain(text)) {
                return Characters.PLAIN;
            }
            return required && Characters.isBlank(text) ? "must not be blank" : null;
        }
    }
}
