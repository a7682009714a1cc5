package uk.hustings.local.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The four programs of the suite. */
public enum App {
    SEATS("seats-service", Optional.of("seats"), 128),
    POLLS("polls-service", Optional.of("polls"), 256),
    CAMPAIGN("campaign-service", Optional.of("campaign"), 96),
    GATEWAY("gateway", Optional.empty(), 64);

    /** Those whose readiness tells how many seats they have copied. */
    static final List<App> COPYING_SEATS = List.of(POLLS, CAMPAIGN);

    private final String module;
    private final Optional<String> database;
    private final int heapMebibytes;

    App(String module, Optional<String> database, int heapMebibytes) {
        this.module = module;
        this.database = database;
        this.heapMebibytes = heapMebibytes;
    }

    /** Directory of the module; also what people call the process. */
    public String module() {
        return module;
    }

    /** Its database, also the name of its migrations; the gateway has none. */
    public Optional<String> database() {
        return database;
    }

    int heapMebibytes() {
        return heapMebibytes;
    }

    /** Where the build puts the runnable program. */
    Path program(Path projectRoot) {
        return projectRoot.resolve(module).resolve("target/quarkus-app");
    }
}
