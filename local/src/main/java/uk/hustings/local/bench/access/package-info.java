/** Measures how fast a decision about access bites. Knows HTTP; the classes of the access kit only where it says so. */
package uk.hustings.local.bench.access;
