package uk.hustings.api.intake;

import java.io.CharConversionException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/** Characters of a CSV file without its byte order mark; one NUL among them, and it is no text. */
final class CsvText extends FilterReader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private boolean begun;

    CsvText(Reader text) {
        super(new PushbackReader(text));
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (!begun) {
            begun = true;
            int mark = in.read();
            if (mark >= 0 && mark != BYTE_ORDER_MARK) {
                ((PushbackReader) in).unread(mark);
            }
        }
        int read = in.read(into, offset, length);
        for (int i = offset; i < offset + read; i++) {
            if (into[i] == '\0') {
                throw new CharConversionException("The file contains a NUL character.");
            }
        }
        return read;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }
}
