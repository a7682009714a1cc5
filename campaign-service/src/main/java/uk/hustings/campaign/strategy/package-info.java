/** Where the party fights: the battleground class of every seat. Must not know who works there. */
package uk.hustings.campaign.strategy;
