package uk.hustings.local.data;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;

/** A CSV body in the making; equal rows give equal bytes. */
final class CsvBody {

    private final StringWriter text = new StringWriter();
    private final CsvWriter writer =
            CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);

    CsvBody(List<String> header) {
        row(header);
    }

    void row(List<String> cells) {
        writer.writeRecord(cells);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
