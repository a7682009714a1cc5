/**
 * Kills parts of a running suite while people work with it, and looks for contradictions afterwards. Knows the API, the tables
 * of campaign-service and the groups in Keycloak, but no class of a service.
 */
package uk.hustings.local.bench.faults;
