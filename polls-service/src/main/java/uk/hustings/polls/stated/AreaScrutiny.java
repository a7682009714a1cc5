package uk.hustings.polls.stated;

import java.time.LocalDate;
import java.util.Optional;
import uk.hustings.api.id.SeatCode;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Geography;
import uk.hustings.polls.seatref.domain.Seat;
import uk.hustings.polls.seatref.domain.SeatBook;

/** Where something holds, as it was stated or made out from that; a fault leaves all of it null. */
record AreaScrutiny(String geography, String seatCode, String boundarySet, String regionCode) {

    private static final AreaScrutiny NOWHERE = new AreaScrutiny(null, null, null, null);

    private static final int LONGEST_CODE = 20;

    /** The area, of what is known to be sound. */
    Area area() {
        return switch (Codes.read(Geography.class, geography)) {
            case GB -> Area.GB;
            case UK -> Area.UK;
            case REGION -> Area.region(regionCode);
            case SEAT -> Area.seat(boundarySet, SeatCode.fromString(seatCode));
        };
    }

    /**
     * @param otherwise what it is without code and geography; a seat is then refused for want of its code
     * @param day decides what a code of two boundary sets means
     */
    static AreaScrutiny of(AreaScrutiny stated, Geography otherwise, Checks checks, SeatBook seats, LocalDate day) {
        int before = checks.faults().size();
        Geography said = checks.code("/geography", stated.geography(), Geography.class);
        String seat = checks.text("/seatCode", stated.seatCode(), LONGEST_CODE);
        String set = checks.text("/boundarySet", stated.boundarySet(), LONGEST_CODE);
        String region = checks.text("/regionCode", stated.regionCode(), LONGEST_CODE);
        if (checks.faults().size() > before) {
            return NOWHERE;
        }
        Geography geography = said != null ? said : implied(seat, region, otherwise);
        refuse(checks, "/seatCode", seat, geography, Geography.SEAT);
        refuse(checks, "/boundarySet", set, geography, Geography.SEAT);
        refuse(checks, "/regionCode", region, geography, Geography.REGION);
        Optional<AreaScrutiny> found =
                switch (geography) {
                    case GB, UK -> Optional.of(new AreaScrutiny(Codes.codeOf(geography), null, null, null));
                    case REGION -> region(region, checks, seats);
                    case SEAT -> seat(seat, set, checks, seats, day);
                };
        return found.orElse(NOWHERE);
    }

    private static Geography implied(String seat, String region, Geography otherwise) {
        if (seat != null) {
            return Geography.SEAT;
        }
        return region != null ? Geography.REGION : otherwise;
    }

    private static void refuse(Checks checks, String pointer, String code, Geography is, Geography of) {
        if (code != null && is != of) {
            checks.fault(pointer, "must be empty: the geography is " + Codes.codeOf(is));
        }
    }

    private static Optional<AreaScrutiny> region(String region, Checks checks, SeatBook seats) {
        if (region == null) {
            checks.fault("/regionCode", "must not be empty");
            return Optional.empty();
        }
        if (!seats.hasRegion(region)) {
            checks.fault("/regionCode", "names no region that we know, was \"%s\"".formatted(region));
            return Optional.empty();
        }
        return Optional.of(new AreaScrutiny(Codes.codeOf(Geography.REGION), null, null, region));
    }

    private static Optional<AreaScrutiny> seat(String text, String set, Checks checks, SeatBook seats, LocalDate day) {
        if (text == null) {
            checks.fault("/seatCode", "must not be empty, or geography must say that this is not of a seat");
            return Optional.empty();
        }
        SeatCode code;
        try {
            code = SeatCode.fromString(text);
        } catch (IllegalArgumentException noCode) {
            checks.fault("/seatCode", "must be a capital letter and eight digits, was \"%s\"".formatted(text));
            return Optional.empty();
        }
        if (set != null && seats.seats(set).isEmpty()) {
            checks.fault("/boundarySet", "names no boundary set that we know, was \"%s\"".formatted(set));
            return Optional.empty();
        }
        Optional<Seat> seat = set == null ? seats.find(code, day) : seats.find(set, code);
        if (seat.isEmpty()) {
            checks.fault(
                    "/seatCode",
                    "names no seat that we know%s, was \"%s\"".formatted(set == null ? "" : " of set " + set, code));
        }
        return seat.map(found ->
                new AreaScrutiny(Codes.codeOf(Geography.SEAT), found.code().value(), found.boundarySet(), null));
    }
}
