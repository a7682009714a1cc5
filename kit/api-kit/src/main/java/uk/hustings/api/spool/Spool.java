package uk.hustings.api.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A body on its way to the disk, hashed as it passes. For one thread at a time; each call waits for the disk. */
public final class Spool implements Closeable {

    private final FileChannel file;
    private final MessageDigest digest;
    private long bytes;

    private Spool(FileChannel file, MessageDigest digest) {
        this.file = file;
        this.digest = digest;
    }

    /** Opens a file in the directory for temporary files, readable by nobody else, and takes its name away. */
    public static Spool open() throws IOException {
        Path path = Files.createTempFile("hustings-body-", null);
        try {
            return new Spool(
                    FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            Files.delete(path);
        }
    }

    public Spool write(byte[] piece) throws IOException {
        digest.update(piece);
        bytes += piece.length;
        ByteBuffer left = ByteBuffer.wrap(piece);
        while (left.hasRemaining()) {
            file.write(left);
        }
        return this;
    }

    /** What was written. To be asked once; whoever has the answer closes it. */
    public SpooledBody body() {
        return new SpooledBody(file, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
