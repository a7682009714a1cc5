package uk.hustings.local.data;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Loads the local parties alone, straight into campaign-service: for measuring it. */
public final class LocalPartiesLoader {

    private final SourceData data;
    private final ImportSender sender;

    /**
     * @param data the project's {@code data} folder
     * @param service base URL of campaign-service
     * @param token of somebody who may write local parties
     */
    public LocalPartiesLoader(Path data, URI service, Supplier<String> token) {
        this.data = new SourceData(data);
        this.sender = new ImportSender(service, token);
    }

    /** @throws LoadRefused if they are not accepted */
    public void load() {
        sender.send(data.localParties());
    }
}
