/** The same questions of access, decided by our rules and by a well-known library. Knows the access kit; knows no HTTP. */
package uk.hustings.local.bench.access.decisions;
