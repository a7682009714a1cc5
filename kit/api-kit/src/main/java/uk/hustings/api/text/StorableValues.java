package uk.hustings.api.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import uk.hustings.api.text.domain.Characters;
import uk.hustings.api.text.domain.Limits;

/**
 * Refuses, in every JSON body, what no column could hold: U+0000 and halves of surrogate pairs in texts and names of fields,
 * days and moments outside the years 1 to 9999, numbers of more than 30 digits, {@code "NaN"} and infinity as text. Days and moments are read from ISO 8601 texts
 * only, never from numbers or lists.
 */
public final class StorableValues extends SimpleModule {

    static final String TEXT = "must be text without U+0000 and without half of a surrogate pair";
    static final String DAY = "must be a date (YYYY-MM-DD) " + Limits.YEARS;
    static final String MOMENT = "must be an instant (ISO 8601) " + Limits.YEARS;
    static final String NUMBER = "must be " + Limits.NUMBERS;

    public StorableValues() {
        super("storable-values");
        addDeserializer(String.class, new Text());
        addKeyDeserializer(String.class, new Name());
        addDeserializer(LocalDate.class, new Time<>(LocalDate.class, LocalDate::parse, Limits::isOrdinary, DAY));
        addDeserializer(Instant.class, new Time<>(Instant.class, Instant::parse, Limits::isOrdinary, MOMENT));
        addDeserializer(BigDecimal.class, new Decimal());
    }

    private static final class Text extends StringDeserializer {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = super.deserialize(parser, context);
            if (text != null && !Characters.isStorable(text)) {
                throw new UnstorableValue(parser, String.class, TEXT);
            }
            return text;
        }
    }

    private static final class Name extends KeyDeserializer {

        @Override
        public Object deserializeKey(String name, DeserializationContext context) throws IOException {
            if (!Characters.isStorable(name)) {
                throw new UnstorableValue(context.getParser(), String.class, TEXT);
            }
            return name;
        }
    }

    private static final class Time<T> extends StdScalarDeserializer<T> {

        private final transient Function<String, T> reader;
        private final transient Predicate<T> ordinary;
        private final String expected;

        Time(Class<T> type, Function<String, T> reader, Predicate<T> ordinary, String expected) {
            super(type);
            this.reader = reader;
            this.ordinary = ordinary;
            this.expected = expected;
        }

        @Override
        @SuppressWarnings("unchecked") // of the type that this was made for
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
            T time;
            try {
                time = reader.apply(parser.getText().strip());
            } catch (DateTimeException unreadable) {
                return (T) context.handleWeirdStringValue(handledType(), parser.getText(), expected);
            }
            if (!ordinary.test(time)) {
                throw new UnstorableValue(parser, handledType(), expected);
            }
            return time;
        }
    }

    private static final class Decimal extends NumberDeserializers.BigDecimalDeserializer {

        /** As programs write what JSON has no number for. */
        private static final Set<String> NO_NUMBERS = Set.of("NaN", "Infinity", "+Infinity", "-Infinity");

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_STRING) && NO_NUMBERS.contains(parser.getText())) {
                throw new UnstorableValue(parser, BigDecimal.class, NUMBER);
            }
            BigDecimal number = super.deserialize(parser, context);
            if (number != null && !Limits.isOrdinary(number)) {
                throw new UnstorableValue(parser, BigDecimal.class, NUMBER);
            }
            return number;
        }
    }
}
