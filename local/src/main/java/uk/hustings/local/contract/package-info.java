/**
 * The promise that the API makes: its document as it is kept in {@code docs/api}, and what would break it. Knows the API by
 * its document only.
 */
package uk.hustings.local.contract;
