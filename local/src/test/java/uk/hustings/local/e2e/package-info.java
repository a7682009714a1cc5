/**
 * The suite as people meet it: real logins, through the gateway, on the real data. Knows the contract of the API and of
 * the runner, and nothing of how a service keeps it.
 */
package uk.hustings.local.e2e;
