/** When a reported poll is new, known, or at odds with what is recorded. Knows no file and no database. */
package uk.hustings.polls.intake.domain;
