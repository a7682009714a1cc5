package uk.hustings.local.suite;

import java.util.List;
import uk.hustings.local.process.LogFile;

/** The suite cannot run; the message is for the person in front of it and says what to do. */
public final class SuiteFailure extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int LOG_LINES = 25;

    public SuiteFailure(String message) {
        super(message);
    }

    public SuiteFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** With the end of the log of the part that failed. */
    static SuiteFailure withLog(String message, LogFile log) {
        List<String> end = log.end(LOG_LINES);
        if (end.isEmpty()) {
            return new SuiteFailure("%s Its log is empty: %s".formatted(message, log.path()));
        }
        return new SuiteFailure(
                "%s The end of its log, %s:%n  | %s".formatted(message, log.path(), String.join("\n  | ", end)));
    }
}
