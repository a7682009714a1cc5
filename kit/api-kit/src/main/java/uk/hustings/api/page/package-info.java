/** Lists in pages: {@code items}, {@code next}, and a cursor that belongs to one list and one view of it. */
package uk.hustings.api.page;
