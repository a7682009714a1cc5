package uk.hustings.api.response;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Hands the bodies of REST answers to {@link PacedResponses}. */
@Provider
public class PacedBodyWriter implements ServerMessageBodyWriter<PacedBody> {

    private final PacedResponses responses;

    PacedBodyWriter(PacedResponses responses) {
        this.responses = responses;
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == PacedBody.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == PacedBody.class;
    }

    @Override
    public void writeResponse(PacedBody body, Type genericType, ServerRequestContext context) {
        responses.send(((ResteasyReactiveRequestContext) context).unwrap(RoutingContext.class), body);
    }

    @Override
    public void writeTo(
            PacedBody body,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream) {
        throw new UnsupportedOperationException("Would hold a thread for as long as the client reads");
    }
}
