/** Answers that take long to work out, worked out once for all who ask. Knows nothing of what they are about. */
package uk.hustings.api.computation;
