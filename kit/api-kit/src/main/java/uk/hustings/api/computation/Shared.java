package uk.hustings.api.computation;

/**
 * Marks an answer that several requests are given as one and the same object, which does not change: it is encoded once for
 * all of them.
 */
public interface Shared {}
