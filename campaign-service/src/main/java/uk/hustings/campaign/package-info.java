/** Decisions: where campaigners work and who may open which seat. */
package uk.hustings.campaign;
