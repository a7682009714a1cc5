/**
 * Runs two writers of campaign-service side by side, at two replicas, and holds the first before a chosen statement while the
 * second runs; then looks for contradictions in the database. Knows the API and the tables of campaign-service, but no class
 * of a service.
 */
package uk.hustings.local.bench.interleavings;
