/**
 * What text a caller may send: the constraint for text that people read, the reader that refuses what no database can hold,
 * and the limits of dates and numbers. Knows no operation.
 */
package uk.hustings.api.text;
