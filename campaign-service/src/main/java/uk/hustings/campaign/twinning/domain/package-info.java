/** How a twinning goes on, how far it is, and which target is the nearest. Pure. */
package uk.hustings.campaign.twinning.domain;
