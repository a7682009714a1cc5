/** What a membership order changes. Pure. */
package uk.hustings.campaign.member.domain;
