package uk.hustings.local.bench.access;

import uk.hustings.test.Tokens;

/**
 * A local party that is to be locked out of its seat, with a private poll of that seat.
 *
 * @param canvasser a token of somebody who reports contacts
 * @param organiser a token of somebody who may see the poll
 */
record LockedSeat(String localParty, String seatCode, String poll, String canvasser, String organiser) {

    static LockedSeat of(String localParty, String seatCode, String poll) {
        return new LockedSeat(
                localParty,
                seatCode,
                poll,
                Tokens.member("canvasser", localParty, seatCode),
                Tokens.member("local-organiser", localParty, seatCode));
    }
}
