/**
 * What each holder (a local party, a region, the national party) has to give in a week: pledged, measured or estimated. Must
 * not know what it is used for.
 */
package uk.hustings.campaign.resource;
