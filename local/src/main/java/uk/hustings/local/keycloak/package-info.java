/**
 * A real Keycloak without Docker, and the realm that it starts with: clients, roles, groups, who may change them. Knows
 * neither the services nor how the suite is run.
 */
package uk.hustings.local.keycloak;
