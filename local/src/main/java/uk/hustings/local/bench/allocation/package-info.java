/** How fast the optimiser of campaign-service finds plans for the real seats, and how good they are. */
package uk.hustings.local.bench.allocation;
