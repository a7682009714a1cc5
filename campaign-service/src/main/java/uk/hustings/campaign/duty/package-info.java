/** What falls due by itself as time goes by. Must not know what it is that falls due. */
package uk.hustings.campaign.duty;
