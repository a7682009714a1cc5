/** The one door to the suite. It has no data, no rule of the domain, and no say in who may open which seat. */
package uk.hustings.gateway;
