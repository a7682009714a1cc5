/** Weeks, channels, codes, their sums and rates, and which of them look wrong. Pure. */
package uk.hustings.campaign.contact.domain;
