package uk.hustings.local.suite;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import uk.hustings.local.process.Processes;

/** Asks a process again and again whether it is ready. */
final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final Duration LIMIT = Duration.ofSeconds(180);
    private static final int TIMEOUT_MILLIS = 2_000;

    private Readiness() {}

    /**
     * @param question answers 200 when ready
     * @param giveUp asked between two tries
     * @return false if it was given up, or if three minutes have passed
     */
    static boolean await(URI question, BooleanSupplier giveUp) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!giveUp.getAsBoolean() && System.nanoTime() < end) {
            if (answersOk(question)) {
                return true;
            }
            if (!Processes.pause(PAUSE)) {
                return false;
            }
        }
        return false;
    }

    static boolean answersOk(URI question) {
        try {
            HttpURLConnection connection = (HttpURLConnection) question.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == 200;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
