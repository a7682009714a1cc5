/** Entity tags over what this caller sees, 304 when nothing changed, and who may keep a copy of an answer. */
package uk.hustings.api.conditional;
