/** Measures how fast contacts are taken in, beside PostgreSQL doing nothing but the same work. Knows no class of a service. */
package uk.hustings.local.bench.contacts;
