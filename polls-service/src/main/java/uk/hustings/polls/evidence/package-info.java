/**
 * All evidence in memory, renewed when the database changes, and what of it each caller may see. Knows no file format and
 * no figure of its own.
 */
package uk.hustings.polls.evidence;
