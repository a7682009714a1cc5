/** Bodies too large for memory: in a file while their request lasts. Knows bytes; knows neither what they say nor who sent them. */
package uk.hustings.api.spool;
