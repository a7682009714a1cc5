package uk.hustings.api.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import uk.hustings.api.text.StorableValues;

/**
 * JSON is read as it is written: no fraction cut off, no text taken for a number, no field twice, nothing behind the end, and
 * no value that could not be stored ({@link StorableValues}).
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    @Override
    @SuppressWarnings("deprecation") // a mapper that exists already has no builder
    public void customize(ObjectMapper json) {
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        json.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        json.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        json.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        json.registerModule(new StorableValues());
    }
}
