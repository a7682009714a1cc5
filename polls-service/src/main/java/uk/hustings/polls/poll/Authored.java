package uk.hustings.polls.poll;

import java.time.Instant;

/**
 * Who did something, why and when.
 *
 * @param author subject of the token
 * @param reason in the author's words
 * @param at domain time
 */
public record Authored(String author, String reason, Instant at) {}
