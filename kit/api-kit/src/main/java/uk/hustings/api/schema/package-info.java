/** Brings a service's database to the shape that its code expects: a step of its own, before the service starts. */
package uk.hustings.api.schema;
