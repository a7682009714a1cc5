/**
 * The facts in memory: one immutable snapshot from which everything is read, and the one gate through which facts come in.
 * Knows the tables; knows no wire type.
 */
package uk.hustings.seats.facts;
