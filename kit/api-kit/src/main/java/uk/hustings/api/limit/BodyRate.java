package uk.hustings.api.limit;

import java.time.Duration;

/** Whether a body brings enough bytes a second, over windows of a few looks each. */
final class BodyRate {

    private final long bytesPerWindow;
    private final int looksPerWindow;
    private long bytes;
    private int looks;
    private boolean wasReading;

    BodyRate(long bytesPerSecond, Duration window, int looksPerWindow) {
        this.bytesPerWindow = bytesPerSecond * window.toMillis() / 1000;
        this.looksPerWindow = looksPerWindow;
        restart();
    }

    /** For a new body. */
    final void restart() {
        bytes = 0;
        looks = 0;
        wasReading = true;
    }

    void add(int more) {
        bytes += more;
    }

    /**
     * To be asked at regular times.
     *
     * @param reading whether the server reads now; time in which it does not is no fault of the sender
     * @return true if a whole window has brought too little
     */
    boolean isTooSlow(boolean reading) {
        if (reading && wasReading) {
            looks++;
        }
        wasReading = reading;
        if (looks < looksPerWindow) {
            return false;
        }
        boolean tooSlow = bytes < bytesPerWindow;
        restart();
        return tooSlow;
    }
}
