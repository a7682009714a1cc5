/**
 * Where the next unit of work gains most: the allocation model, its linear approximation, its bound, and the simple rules
 * that it is compared with. Pure arithmetic: knows no database, no clock and no solver library.
 */
package uk.hustings.campaign.allocation.domain;
