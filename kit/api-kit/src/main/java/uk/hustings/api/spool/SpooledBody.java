package uk.hustings.api.spool;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A body as it was sent, in a file without a name: the disk has it back when the request ends, and also if the process is
 * killed. An operation takes it by declaring it as its body; it holds whatever the content type says.
 */
@Schema(type = SchemaType.STRING)
public final class SpooledBody implements Closeable {

    /**
     * Something that can be made of a body.
     *
     * @param <T> what it is
     */
    @FunctionalInterface
    public interface Reading<T> {
        T from(InputStream body) throws IOException;
    }

    private final FileChannel file;
    private final long bytes;
    private final String digest;

    SpooledBody(FileChannel file, long bytes, String digest) {
        this.file = file;
        this.bytes = bytes;
        this.digest = digest;
    }

    public long bytes() {
        return bytes;
    }

    /** SHA-256, hexadecimal. */
    public String digest() {
        return digest;
    }

    /** A stream of its own from the first byte on, which need not be closed. Each read waits for the disk. */
    public InputStream open() {
        return new FromStart();
    }

    /**
     * Reads the body on a worker thread.
     *
     * @return what {@code reading} made or failed with, on the Vert.x context of the caller, where database sessions may
     *     be opened
     */
    public <T> Uni<T> read(Reading<T> reading) {
        return Uni.createFrom().completionStage(() -> Vertx.currentContext()
                .executeBlocking(() -> reading.from(open()), false)
                .toCompletionStage());
    }

    /** Gives the file back to the disk; who still reads fails. */
    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
    }

    private final class FromStart extends InputStream {

        private long position;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int read = file.read(ByteBuffer.wrap(into, offset, length), position);
            position += Math.max(read, 0);
            return read;
        }

        @Override
        public int available() {
            return (int) Math.min(Integer.MAX_VALUE, bytes - position);
        }
    }
}
