/**
 * Programs of the operating system and their files: run, watched, recognised again, ended, removed. Knows nothing of
 * what they do.
 */
package uk.hustings.local.process;
