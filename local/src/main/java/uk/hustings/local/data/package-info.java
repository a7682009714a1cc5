/**
 * Brings the selection of real data in {@code data/} into a running suite, through its API as any client would. Knows our
 * files and the forms of the API; knows neither how the suite is started nor what the services do with the data.
 */
package uk.hustings.local.data;
