/** Measures how fast elections are drawn, beside plain matrices. Knows the forecast of polls-service; knows no HTTP. */
package uk.hustings.local.bench.simulation;
