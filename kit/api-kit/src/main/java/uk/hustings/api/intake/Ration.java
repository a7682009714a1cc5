package uk.hustings.api.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream of which no more than a ration can be read before the next one is granted. */
final class Ration extends FilterInputStream {

    /** The ration is used up. */
    static final class UsedUp extends IOException {}

    private final int bytes;
    private int left;

    /** @param bytes of each ration; a reader that reads ahead may get so much more at once */
    Ration(InputStream in, int bytes) {
        super(in);
        this.bytes = bytes;
        this.left = bytes;
    }

    void grant() {
        left = bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left <= 0) {
            throw new UsedUp();
        }
        int read = in.read(into, offset, length);
        left -= read;
        return read;
    }
}
