/**
 * From the door to the service that owns the path, and back. Knows where services listen; knows nothing of what they
 * say and has no say in who may hear it.
 */
package uk.hustings.gateway.routes;
