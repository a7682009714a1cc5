package uk.hustings.local.bench.access;

import java.util.List;

/** A part of {@code bench access} that can be measured by itself. */
interface AccessSection {

    /**
     * @param table for people
     * @param missed the aims that were missed, in words; empty if none was
     */
    record Findings(String table, List<String> missed) {}

    /** In a few words. */
    String name();

    /** @param quick fewer and shorter rounds */
    Findings measure(boolean quick);
}
