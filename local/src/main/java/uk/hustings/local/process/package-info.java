/**
 * Programs of the operating system: run, watched, recognised again and ended. Knows nothing of what they do.
 */
package uk.hustings.local.process;
