/** The database: statements past the mapper, how long to wait for it, and which of its failures pass. */
package uk.hustings.api.sql;
