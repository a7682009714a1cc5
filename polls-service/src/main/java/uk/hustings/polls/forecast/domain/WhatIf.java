package uk.hustings.polls.forecast.domain;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is taken to be otherwise than the polls say.
 *
 * @param nationalPts points added to parties' national shares, by code
 * @param leads by seat: a party's lead there over the strongest other, instead of the expected one
 */
public record WhatIf(Map<String, Double> nationalPts, Map<String, Lead> leads) {

    /** Nothing is otherwise. */
    public static final WhatIf NOTHING = new WhatIf(Map.of(), Map.of());

    /** @param pts of the party over the strongest other; negative if that one is ahead */
    public record Lead(String party, double pts) {}

    public WhatIf {
        nationalPts = Collections.unmodifiableMap(new TreeMap<>(nationalPts));
        leads = Collections.unmodifiableMap(new TreeMap<>(leads));
    }

    /** Moves what the model expects: a national change moves seats in relation to the party's size there. */
    void applyTo(SeatModel model) {
        Field field = model.field;
        double[] national = model.nationalPct();
        for (int seat = 0; seat < field.seatCount(); seat++) {
            if (field.settled[seat]) {
                continue;
            }
            double[] mean = model.meanPct[seat];
            for (int party = 0; party < field.other(); party++) {
                Double pts = nationalPts.get(field.parties.get(party));
                if (pts != null && mean[party] > 0 && field.seats.get(seat).inNationalPolls()) {
                    mean[party] = Math.max(
                            SeatModel.LEAST_PCT, mean[party] + pts * Simulation.relation(mean[party], national[party]));
                }
            }
            SeatModel.normalise(mean);
            Lead lead = leads.get(field.seats.get(seat).key());
            if (lead != null) {
                lead(mean, field.parties.indexOf(lead.party), lead.pts, field.other());
            }
        }
    }

    /** Half of the change goes to the party, half comes from the strongest other. */
    private static void lead(double[] mean, int party, double pts, int other) {
        if (party < 0 || mean[party] <= 0) {
            return;
        }
        int rival = -1;
        for (int each = 0; each < other; each++) {
            if (each != party && (rival < 0 || mean[each] > mean[rival])) {
                rival = each;
            }
        }
        if (rival >= 0) {
            double change = pts - (mean[party] - mean[rival]);
            mean[party] = Math.max(SeatModel.LEAST_PCT, mean[party] + change / 2);
            mean[rival] = Math.max(SeatModel.LEAST_PCT, mean[rival] - change / 2);
            SeatModel.normalise(mean);
        }
    }
}
