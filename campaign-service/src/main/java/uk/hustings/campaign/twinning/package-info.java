/** Which local party helps in which target seat, for how long and with how much. A refusal never locks anybody. */
package uk.hustings.campaign.twinning;
