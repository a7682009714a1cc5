/** What can be said of an access token without checking it. Pure functions: the gateway uses them as the services do. */
package uk.hustings.api.token;
