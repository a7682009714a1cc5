/** The one clock of the domain. Tokens, retries and the age of snapshots run on real time and do not ask it. */
package uk.hustings.api.time;
