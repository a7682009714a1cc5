/** Kinds of resources, which basis of an amount counts, and how much work was measured. Pure. */
package uk.hustings.campaign.resource.domain;
