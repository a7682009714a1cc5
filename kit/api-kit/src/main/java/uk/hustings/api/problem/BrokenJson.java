package uk.hustings.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.List;
import uk.hustings.api.text.UnstorableValue;

/** Tells what is wrong with JSON in words of its sender's, where Jackson would speak of our classes. */
public final class BrokenJson {

    private BrokenJson() {}

    /**
     * @param at JSON pointer of what was being read, "" for the whole body
     * @return BROKEN_BODY with the pointer of the fault; INVALID_INPUT if the body can be read but the value is not one that
     *     can be stored
     */
    public static Problem problem(JsonProcessingException fault, String at) {
        if (fault instanceof UnstorableValue refused) {
            return ProblemType.INVALID_INPUT
                    .because("Correct the field that is named; nothing was written.")
                    .withErrors(List.of(FieldError.at(at + pointerOf(refused), refused.getOriginalMessage())));
        }
        return problem(at + (fault instanceof JsonMappingException mapping ? pointerOf(mapping) : ""), detailOf(fault));
    }

    /** @return BROKEN_BODY with the pointer of the fault */
    public static Problem problem(String pointer, String detail) {
        return ProblemType.BROKEN_BODY
                .because("The body could not be read; nothing was written.")
                .withErrors(List.of(FieldError.at(pointer, detail)));
    }

    private static String detailOf(JsonProcessingException fault) {
        if (fault instanceof UnrecognizedPropertyException unknown) {
            return "is not a field of this body; known are " + unknown.getKnownPropertyIds();
        }
        if (fault instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "cannot be read as " + wireName(mismatch.getTargetType());
        }
        if (fault instanceof ValueInstantiationException refused) {
            return "cannot be read as " + wireName(refused.getType().getRawClass());
        }
        return fault.getLocation() == null
                ? "is not JSON"
                : "is not JSON at line %d, column %d"
                        .formatted(
                                fault.getLocation().getLineNr(),
                                fault.getLocation().getColumnNr());
    }

    private static String pointerOf(JsonMappingException fault) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : fault.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        }
        return pointer.toString();
    }

    /** What a caller would call the type; class names of ours stay inside. */
    private static String wireName(Class<?> type) {
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type == double.class) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants());
        }
        if (java.util.Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        if (type == java.time.LocalDate.class) {
            return "a date (YYYY-MM-DD)";
        }
        if (java.time.temporal.Temporal.class.isAssignableFrom(type)) {
            return "an instant (ISO 8601)";
        }
        return type.isRecord() ? "an object" : "a text";
    }
}
