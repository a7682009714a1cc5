/** The party's organisations and the seats that are theirs. Must not know people: they are in Keycloak. */
package uk.hustings.campaign.localparty;
