package uk.hustings.seats.election;

/**
 * Which statement of a contest's result this is.
 *
 * @param number 1 for the first; the highest counts
 * @param recordedBy account of whoever sent it
 * @param correction why it replaces the one before; null for the first
 */
record Revision(int number, String recordedBy, String correction) {}
