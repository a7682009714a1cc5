/** Evidence: what polls say. Knows no local party, no strategy and no decision of anybody. */
package uk.hustings.polls;
