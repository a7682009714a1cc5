/** National averages over the wire, from what everybody may see or from all of it. Knows no seat and no forecast run. */
package uk.hustings.polls.average;
