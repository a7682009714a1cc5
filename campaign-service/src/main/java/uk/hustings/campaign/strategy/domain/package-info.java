/** The rule that gives a seat its class. Pure. */
package uk.hustings.campaign.strategy.domain;
