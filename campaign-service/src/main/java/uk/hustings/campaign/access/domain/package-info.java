/** The policy of the cut-off and what follows from it. Pure: no clock, no database. */
package uk.hustings.campaign.access.domain;
