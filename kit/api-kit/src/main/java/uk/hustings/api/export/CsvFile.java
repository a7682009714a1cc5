package uk.hustings.api.export;

import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.response.PacedBody;

/**
 * A CSV file as an answer: its lines are made as the client takes them, not all before the first is sent.
 *
 * @param slices bytes of the file in order; made again for every subscriber
 * @param source where its rows are until they are sent
 */
@Schema(type = SchemaType.STRING)
public record CsvFile(Multi<Buffer> slices, Source source) {

    /** Where the rows of a file are until they are sent. */
    public enum Source {
        /** In memory whether or not there is a file of them; making the lines twice gives the same. */
        SHARED_MEMORY,
        /** In memory for this file alone. */
        OWN_MEMORY,
        /** In the database, read page by page. */
        DATABASE
    }

    /** The whole file, for a caller who has room for it. */
    public String text() {
        return slices.collect().asList().await().indefinitely().stream()
                .map(Buffer::toString)
                .collect(Collectors.joining());
    }

    /** The file as a body whose length is known. */
    public PacedBody body(long length) {
        return new PacedBody(slices, length, source == Source.OWN_MEMORY ? length : PacedBody.WINDOW_BYTES);
    }

    /** The file as a body whose length is not known until it has been sent. */
    public PacedBody body() {
        return new PacedBody(slices, -1, PacedBody.WINDOW_BYTES);
    }
}
