package uk.hustings.polls.forecast;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The one way in which inputs and results are written, so that equal ones have equal bytes. */
@Singleton
class Canonical {

    /** Of results; what was drawn is not known any better. */
    private static final int DECIMALS = 6;

    private final ObjectMapper inputs;
    private final ObjectMapper results;

    Canonical(ObjectMapper json) {
        this.inputs = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        this.results = inputs.copy()
                .registerModule(new SimpleModule()
                        .addSerializer(Double.class, new RoundedNumber())
                        .addSerializer(double.class, new RoundedNumber()));
    }

    private static final class RoundedNumber extends JsonSerializer<Double> {

        @Override
        public void serialize(Double number, JsonGenerator json, SerializerProvider serializers) throws IOException {
            BigDecimal rounded = BigDecimal.valueOf(number)
                    .setScale(DECIMALS, RoundingMode.HALF_UP)
                    .stripTrailingZeros();
            json.writeNumber(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
        }
    }

    String inputs(Object document) {
        return write(inputs, document);
    }

    String result(Object result) {
        return write(results, result);
    }

    <T> T read(String text, Class<T> type) {
        try {
            return inputs.readValue(text, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** As it is once it was written and read. */
    <T> T asStored(T result, Class<T> type) {
        return read(result(result), type);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String write(ObjectMapper json, Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
