/** How much campaign work moves votes: effects with their sources, and the lead that work gains. Pure. */
package uk.hustings.campaign.effect.domain;
