/**
 * A POST that is sent twice is done once. The answer is kept in the transaction that did the work, so that what was
 * acknowledged is never done again, not even after a crash between commit and answer.
 */
package uk.hustings.api.idempotency;
