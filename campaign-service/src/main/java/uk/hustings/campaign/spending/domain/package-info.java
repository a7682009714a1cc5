/** Legal spending limits and what follows from them for an expense, as pure functions. */
package uk.hustings.campaign.spending.domain;
