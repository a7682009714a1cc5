/** Asks the running suite how its forecast of a past election would have done, and writes that down. Knows no formula. */
package uk.hustings.local.backtest;
