/** Statements that are not worth the way through the mapper. */
package uk.hustings.api.sql;
