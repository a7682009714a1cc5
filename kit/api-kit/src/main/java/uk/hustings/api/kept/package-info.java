/**
 * Encoded answers to public reads, kept and said again until what they tell of changes. Knows bytes, headers and
 * editions, and nothing of what an answer is about.
 */
package uk.hustings.api.kept;
