/** A story of two minutes, told against the running suite with real logins. Knows only the public API. */
package uk.hustings.local.demo;
