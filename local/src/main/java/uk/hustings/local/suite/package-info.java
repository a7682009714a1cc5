/**
 * The whole suite as processes on one machine: started, watched, ended. Knows how parts hang together, and no rule of
 * the domain.
 */
package uk.hustings.local.suite;
