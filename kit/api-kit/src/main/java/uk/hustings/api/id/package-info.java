/** Identifiers that every service shares. Pure values; domain packages may use them. */
package uk.hustings.api.id;
