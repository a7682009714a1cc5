/** Who is warned, locked and restored, why, and how everybody hears of it. Must not know how Keycloak stores a role. */
package uk.hustings.campaign.access;
