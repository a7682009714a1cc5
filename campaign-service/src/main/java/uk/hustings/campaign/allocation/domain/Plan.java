package uk.hustings.campaign.allocation.domain;

/** How much of each supply works where, and what it gains. */
public final class Plan {

    private final AllocationModel model;
    private final double[] units;
    private final double[] votes;

    private Plan(AllocationModel model, double[] units) {
        this.model = model;
        this.units = units;
        this.votes = new double[model.seats().size()];
        for (int option = 0; option < units.length; option++) {
            votes[model.seatOf(option)] +=
                    units[option] * model.options().get(option).votesPerUnit();
        }
    }

    /** @param units by option, in the order of the model; 0 or more */
    static Plan of(AllocationModel model, double[] units) {
        return new Plan(model, units.clone());
    }

    public AllocationModel model() {
        return model;
    }

    /** Units of an option, by its place in the model. */
    public double units(int option) {
        return units[option];
    }

    /** Votes that the work in a seat would bring if nobody were reached twice. */
    public double votes(int seat) {
        return votes[seat];
    }

    /** Points of lead that the plan adds in a seat. */
    public double gainPts(int seat) {
        return model.seats().get(seat).gainPts(votes[seat]);
    }

    /** Points of lead by seat, in the order of the model. */
    public double[] gainsPts() {
        double[] gains = new double[votes.length];
        for (int seat = 0; seat < gains.length; seat++) {
            gains[seat] = gainPts(seat);
        }
        return gains;
    }

    /** What the plan gains over no work at all: for win curves, expected seats. */
    public double gain() {
        double sum = 0;
        for (int seat = 0; seat < votes.length; seat++) {
            sum += model.seats().get(seat).value(votes[seat]);
        }
        return sum;
    }

    double[] copyOfUnits() {
        return units.clone();
    }
}
