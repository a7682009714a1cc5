/** Makes the roles in Keycloak equal to what the database wants. Decides nothing. */
package uk.hustings.campaign.rolesync;
