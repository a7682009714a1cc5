/** The commands behind the script {@code hustings}, one class each. Knows how to ask the suite, and no rule of the domain. */
package uk.hustings.local;
