/** Serialises decisions in seats and dates them. Must not know what is decided. */
package uk.hustings.campaign.mutex;
