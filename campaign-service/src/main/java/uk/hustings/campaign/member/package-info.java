/** Who belongs to a local party. Keycloak is the store: nothing about people is kept here but who changed what, and why. */
package uk.hustings.campaign.member;
