/** Contacts made, as counts by local party, seat, day and channel. Must not know a voter. */
package uk.hustings.campaign.contact;
