package uk.hustings.local.bench.interleavings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Counts the statements of one replica since it was set, and can hold one of them. Statements that begin or end a transaction
 * in which nothing was counted yet are not counted, nor is what the replica does by itself in the background.
 */
final class StatementGate {

    /** The workers of the role sync look for work every second; nothing else runs by itself when timed tasks are off. */
    private static final String OF_WORKERS = "update role_sync set leased_until";

    private static final int LONGEST_SHOWN = 160;

    private final List<String> passed = new ArrayList<>();
    private int holdBefore;
    private int holds;
    private String held;

    /** From now on counts from 1, and holds the statement of this number; 0 holds none. */
    synchronized void set(int number) {
        passed.clear();
        holdBefore = number;
        held = null;
        notifyAll();
    }

    /** Lets what is held pass; nothing more is held. */
    synchronized void release() {
        holdBefore = 0;
        held = null;
        notifyAll();
    }

    /** @return the statement that is held; null if none is */
    synchronized String held() {
        return held;
    }

    /** Waits until a statement is held, at most so long. */
    synchronized boolean awaitHeld(long millis) {
        try {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            long left = millis;
            while (held == null && left > 0) {
                wait(left);
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            }
            return held != null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** All that was counted, in order, what is held included. */
    synchronized List<String> passed() {
        return List.copyOf(passed);
    }

    /** One connection's way through. */
    Passage passage() {
        return new Passage();
    }

    /** Not for several threads. */
    final class Passage {

        private boolean counted;

        /** Returns when the statement may be sent. */
        void pass(String statement) {
            String shown = shown(statement);
            String kind = shown.toLowerCase(Locale.ROOT);
            if (kind.startsWith("begin") || kind.startsWith("start transaction")) {
                counted = false;
            } else if (kind.startsWith("commit") || kind.startsWith("rollback")) {
                if (counted) {
                    count(shown);
                }
                counted = false;
            } else if (!kind.startsWith(OF_WORKERS) && !kind.startsWith("listen") && !kind.startsWith("set ")) {
                counted = true;
                count(shown);
            }
        }
    }

    private synchronized void count(String statement) {
        passed.add(statement);
        if (holdBefore != passed.size() || held != null) {
            return;
        }
        held = statement;
        int own = ++holds;
        notifyAll();
        try {
            // Another statement may be held before this thread wakes up.
            while (held != null && holds == own) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String shown(String statement) {
        String line = statement.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + " …";
    }
}
