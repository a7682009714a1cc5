/**
 * Who is calling, what they may do, which seats they reach, and which locks stand. Decides by the access matrix
 * ({@code docs/access-matrix.csv}) and by three ports that a service fills: regions, ownership, locks. Knows no
 * operation of any service.
 */
package uk.hustings.access;
