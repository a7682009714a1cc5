/** Which paths belong to which service. Knows no server, no token and nothing of what the paths mean. */
package uk.hustings.gateway.routes.domain;
