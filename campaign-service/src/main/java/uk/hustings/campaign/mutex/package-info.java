/** Serialises decisions about local parties in seats. Must not know what is decided. */
package uk.hustings.campaign.mutex;
