/** What this service knows of seats: a snapshot that seats-service owns. Must not compute a ranking of its own. */
package uk.hustings.campaign.seatref;
