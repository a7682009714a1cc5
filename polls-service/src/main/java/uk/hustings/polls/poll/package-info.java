/** Polls as they are recorded, who may see them, and what they say. Knows no file format and no role of the realm. */
package uk.hustings.polls.poll;
