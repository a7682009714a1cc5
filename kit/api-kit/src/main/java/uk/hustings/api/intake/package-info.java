/** Bulk imports: rows in, every fault with its row, all or nothing. Knows CSV; knows no column's meaning. */
package uk.hustings.api.intake;
