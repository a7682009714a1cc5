/** Query parameters read by hand, so that a refusal names the parameter. Knows no parameter's meaning. */
package uk.hustings.api.param;
