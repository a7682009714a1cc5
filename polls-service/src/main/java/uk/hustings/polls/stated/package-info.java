/**
 * A poll, or other evidence, as somebody states it: the form in which imports and corrections bring it and revisions keep it.
 * Knows no table, and not whether it is recorded already.
 */
package uk.hustings.polls.stated;
