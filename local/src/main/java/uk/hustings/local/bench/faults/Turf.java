package uk.hustings.local.bench.faults;

/** A local party and the seat that it works in. */
record Turf(String localParty, String seatCode) {

    String contacts() {
        return "/v1/campaign/seats/%s/contacts".formatted(seatCode);
    }

    @Override
    public String toString() {
        return localParty;
    }
}
