/** Versioned sets of campaign effects, shipped and own. Must not know who works where, nor any plan. */
package uk.hustings.campaign.effect;
