/** What is true of every service's OpenAPI document, so that no service says it for itself. Knows no operation by name. */
package uk.hustings.api.document;
