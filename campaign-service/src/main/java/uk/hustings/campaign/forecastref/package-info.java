/** What this service knows of forecasts: a snapshot that polls-service owns. Must not compute a forecast of its own. */
package uk.hustings.campaign.forecastref;
