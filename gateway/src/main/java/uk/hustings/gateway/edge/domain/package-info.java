/** What a request may look like at the door: its path, its origin, its id. Knows no server and no route. */
package uk.hustings.gateway.edge.domain;
