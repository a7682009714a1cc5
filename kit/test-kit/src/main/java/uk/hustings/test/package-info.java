/** Real parts for tests: PostgreSQL, signed tokens, and the house rules that every module is held to. */
package uk.hustings.test;
