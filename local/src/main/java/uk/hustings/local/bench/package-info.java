/** Measures how fast a service answers, beside the fastest answer that its JVM could give. Knows HTTP and no framework. */
package uk.hustings.local.bench;
