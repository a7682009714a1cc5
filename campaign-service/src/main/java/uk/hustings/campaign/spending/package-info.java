/**
 * What may be spent in a seat, and what was committed and declared there. Knows strategy, local parties, seats and locks;
 * must not know who works where, nor how money is allocated.
 */
package uk.hustings.campaign.spending;
