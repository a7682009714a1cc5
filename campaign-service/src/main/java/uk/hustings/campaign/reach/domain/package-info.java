/** Places, travel between them, and the hours that travel takes. Pure. */
package uk.hustings.campaign.reach.domain;
