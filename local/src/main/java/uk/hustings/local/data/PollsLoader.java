package uk.hustings.local.data;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Loads the polls alone, straight into polls-service, and makes as many more as are wanted: for measuring it. */
public final class PollsLoader {

    private final PollFiles files;
    private final ImportSender sender;

    /**
     * @param data the project's {@code data} folder
     * @param service base URL of polls-service
     * @param token of somebody who may write polls
     */
    public PollsLoader(Path data, URI service, Supplier<String> token) {
        this.files = new PollFiles(data.resolve("polls"));
        this.sender = new ImportSender(service, token);
    }

    /**
     * The real polls.
     *
     * @throws LoadRefused at the first import that is not accepted
     */
    public void load() {
        files.imports().forEach(sender::send);
    }

    /**
     * Polls that nobody took: the real ones under other pollsters' names, all of them new beside those of any other batch.
     *
     * @param number of the batch
     * @return a CSV file as the import takes it, with so many rows
     */
    public String batch(int number, int rows) {
        List<PollRow> real = files.rows();
        int copies = (rows + real.size() - 1) / real.size();
        Stream<PollRow> polls = IntStream.range(0, copies).boxed().flatMap(copy -> real.stream()
                .map(row -> another(row, "batch %d copy %d".formatted(number, copy))));
        return PollSheet.of(polls.limit(rows).toList()).toString();
    }

    private static PollRow another(PollRow row, String of) {
        return row.with("pollster", (row.cell("pollster") + " " + of).strip());
    }
}
