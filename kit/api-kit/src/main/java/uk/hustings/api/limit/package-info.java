/** How much a caller may take: of memory, of time, of connections. */
package uk.hustings.api.limit;
