/** The real data of the project as tests of this service need them. Knows the columns of the source files. */
package uk.hustings.polls.real;
