/** Weeks and channels. Pure. */
package uk.hustings.campaign.contact.domain;
