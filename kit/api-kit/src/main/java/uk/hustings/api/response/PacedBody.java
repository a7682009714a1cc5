package uk.hustings.api.response;

import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;
import java.util.stream.IntStream;

/**
 * A body that is sent in slices, each only when the client has taken most of those before.
 *
 * @param slices made when they are asked for; subscribed to once
 * @param length bytes of all slices; negative if not known
 * @param heldBytes bytes that it takes in memory for this client alone, until it has been sent
 * @param shared bytes in memory that other clients may be sent too; null if there are none that are not there anyway
 */
public record PacedBody(Multi<Buffer> slices, long length, long heldBytes, Buffer shared) {

    /** Bytes of a slice, or a little more. */
    public static final int SLICE_BYTES = 32 * 1024;

    /** Bytes that wait in the connection's queue, at most: it is full with 64 KiB, and one slice more may have come before. */
    public static final int WINDOW_BYTES = 3 * SLICE_BYTES;

    /** Bodies of this size and smaller fit into the queue of a connection and are sent in one piece. */
    public static final int SMALL_BYTES = 2 * SLICE_BYTES;

    /** A body whose slices are made as they are sent. */
    public PacedBody(Multi<Buffer> slices, long length, long heldBytes) {
        this(slices, length, heldBytes, null);
    }

    /** A body that is in memory as a whole. Bodies of the same buffer count once for a caller. */
    public static PacedBody of(Buffer whole) {
        int length = whole.length();
        int count = (length + SLICE_BYTES - 1) / SLICE_BYTES;
        Multi<Buffer> slices = Multi.createFrom().items(() -> IntStream.range(0, count)
                .mapToObj(n -> whole.slice(n * SLICE_BYTES, Math.min(length, (n + 1) * SLICE_BYTES))));
        return new PacedBody(slices, length, Math.min(length, WINDOW_BYTES), whole);
    }
}
