package uk.hustings.api.spool;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Hands an operation its {@link SpooledBody}. */
@Provider
@Consumes(MediaType.WILDCARD)
public class SpooledBodyReader implements MessageBodyReader<SpooledBody> {

    private final HeldBody held;

    SpooledBodyReader(HeldBody held) {
        this.held = held;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == SpooledBody.class;
    }

    @Override
    public SpooledBody readFrom(
            Class<SpooledBody> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream entity) {
        return held.body()
                .orElseThrow(() -> new IllegalStateException("Only an @Idempotent operation can take a SpooledBody"));
    }
}
