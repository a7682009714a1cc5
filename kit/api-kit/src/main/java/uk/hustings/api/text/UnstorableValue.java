package uk.hustings.api.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A value in JSON that can be read and could not be stored; its message says what was expected. */
public final class UnstorableValue extends MismatchedInputException {

    UnstorableValue(JsonParser parser, Class<?> type, String expected) {
        super(parser, expected, type);
    }
}
