/** Polls in bulk, from CSV, all or nothing. Knows columns and lines; must not know who may read what it takes in. */
package uk.hustings.polls.intake;
