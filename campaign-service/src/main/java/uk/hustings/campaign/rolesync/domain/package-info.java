/** Which roles to add and which to take away. Pure. */
package uk.hustings.campaign.rolesync.domain;
