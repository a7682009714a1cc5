/** How many answers and bytes may be on their way to clients at a time, and how large bodies are sent. Knows no body's meaning. */
package uk.hustings.api.response;
