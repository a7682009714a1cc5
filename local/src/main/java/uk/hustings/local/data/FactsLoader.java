package uk.hustings.local.data;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Loads the facts alone, straight into seats-service: for measuring it, with as many copies of the seats as are wanted. */
public final class FactsLoader {

    /** An import may have 64 MiB. */
    private static final int COPIES_IN_ONE_BODY = 40;

    private final SourceData data;
    private final ImportSender sender;

    /**
     * @param data the project's {@code data} folder
     * @param service base URL of seats-service
     * @param token of somebody who may write elections
     */
    public FactsLoader(Path data, URI service, Supplier<String> token) {
        this.data = new SourceData(data);
        this.sender = new ImportSender(service, token);
    }

    /**
     * The real facts.
     *
     * @throws LoadRefused at the first import that is not accepted
     */
    public void load() {
        data.facts().forEach(sender::send);
    }

    /**
     * Copies of all seats and of their results in general elections, under codes that nobody has given.
     *
     * @param first number of the first copy; each number gives codes of its own
     * @param count how many, up to {@value CopiedFacts#MOST} with those before
     */
    public void addCopies(int first, int count) {
        List<Import> facts = data.facts();
        for (int from = first; from < first + count; from += COPIES_IN_ONE_BODY) {
            CopiedFacts copies = new CopiedFacts(from, Math.min(COPIES_IN_ONE_BODY, first + count - from));
            facts.stream().flatMap(fact -> copies.of(fact).stream()).forEach(sender::send);
        }
    }
}
