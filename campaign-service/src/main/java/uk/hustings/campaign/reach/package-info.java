/** How far it is from local parties to seats, and what of a day is left for work. Must not know twinnings or plans. */
package uk.hustings.campaign.reach;
