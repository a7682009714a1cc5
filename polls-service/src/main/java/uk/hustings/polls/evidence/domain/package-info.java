/** The evidence as one immutable whole, and the part of it that somebody may see. Pure; knows neither tokens nor tables. */
package uk.hustings.polls.evidence.domain;
