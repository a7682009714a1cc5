/**
 * What a newcomer reads: the API of all services as one document, a browser for it, a page for every problem. Knows
 * what the services say of themselves; knows nothing of what they do.
 */
package uk.hustings.gateway.docs;
