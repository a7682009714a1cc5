package uk.hustings.gateway.docs;

/** The API of the whole suite in OpenAPI 3.0.3, in both forms in which tools read it. */
record ApiDocument(Page json, Page yaml) {}
