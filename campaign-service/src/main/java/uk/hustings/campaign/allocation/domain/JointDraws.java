package uk.hustings.campaign.allocation.domain;

import java.util.Arrays;
import java.util.List;

/**
 * Our lead in every seat in simulated elections, all seats of an election together: seats rise and fall in common.
 *
 * @param seatCodes of the seats where we are standing
 * @param leads by seat and election, in hundredths of a point; the same number of elections for each seat
 */
public record JointDraws(List<String> seatCodes, short[][] leads) {

    public JointDraws {
        if (seatCodes.size() != leads.length || leads.length == 0) {
            throw new IllegalArgumentException("%d seats, %d leads".formatted(seatCodes.size(), leads.length));
        }
        int elections = leads[0].length;
        if (Arrays.stream(leads).anyMatch(ofSeat -> ofSeat.length != elections)) {
            throw new IllegalArgumentException("seats have different numbers of elections");
        }
    }

    public int elections() {
        return leads[0].length;
    }

    /** The elections in which a plan is chosen. It is scored in {@link #scoring()}, so that luck does not count twice. */
    public JointDraws choosing() {
        return slice(0, elections() / 2);
    }

    /** The other half of the elections. */
    public JointDraws scoring() {
        return slice(elections() / 2, elections());
    }

    private JointDraws slice(int from, int until) {
        return new JointDraws(
                seatCodes,
                Arrays.stream(leads)
                        .map(ofSeat -> Arrays.copyOfRange(ofSeat, from, until))
                        .toArray(short[][]::new));
    }

    /**
     * Seats won in each election.
     *
     * @param gainsPts added to our lead by seat, in points
     */
    public int[] seatsWon(double[] gainsPts) {
        int[] won = new int[elections()];
        for (int seat = 0; seat < leads.length; seat++) {
            double needed = -100 * gainsPts[seat];
            short[] ofSeat = leads[seat];
            for (int election = 0; election < won.length; election++) {
                if (ofSeat[election] > needed) {
                    won[election]++;
                }
            }
        }
        return won;
    }
}
