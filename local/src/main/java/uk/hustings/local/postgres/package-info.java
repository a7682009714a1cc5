/**
 * A real PostgreSQL without Docker: unpacked, started, adopted, recovered, stopped. Knows no service and no schema.
 */
package uk.hustings.local.postgres;
