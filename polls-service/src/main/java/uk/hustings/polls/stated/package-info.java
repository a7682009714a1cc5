/**
 * A poll as somebody states it: the form in which imports and corrections bring it, and in which its revisions are kept.
 * Knows no table, and not whether the poll is recorded already.
 */
package uk.hustings.polls.stated;
