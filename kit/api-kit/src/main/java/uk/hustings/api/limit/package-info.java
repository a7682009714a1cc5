/** How large a body may be. */
package uk.hustings.api.limit;
