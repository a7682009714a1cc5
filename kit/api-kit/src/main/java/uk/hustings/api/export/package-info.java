/** Lists as CSV files that a spreadsheet opens without running anything in them. Knows no column's meaning. */
package uk.hustings.api.export;
