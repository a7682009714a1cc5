package uk.hustings.campaign.localparty;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.text.domain.Characters;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;

/** What can be accepted of a local party, however it was sent. Every fault is told with the field that has it. */
final class LocalPartyScrutiny {

    static final int MOST_IN_ID = 80;
    static final int MOST_IN_NAME = 200;
    static final int MOST_IN_REASON = 1000;
    static final int MOST_SEATS = 20;

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Seats seats;
    private final BiConsumer<String, String> faults;

    /** @param faults takes the name of a field and what is wrong with it */
    LocalPartyScrutiny(Seats seats, BiConsumer<String, String> faults) {
        this.seats = seats;
        this.faults = faults;
    }

    void id(String id) {
        if (id == null || !ID.matcher(id).matches() || id.length() > MOST_IN_ID) {
            faults.accept(
                    "localParty",
                    "must be lower-case words joined by hyphens, of up to %d characters".formatted(MOST_IN_ID));
        }
    }

    void name(String name) {
        text("name", name, MOST_IN_NAME);
    }

    void reason(String reason) {
        text("reason", reason, MOST_IN_REASON);
    }

    /** Whether the region is one, and the seats lie in it. */
    void ground(String region, List<SeatCode> codes) {
        boolean known = region != null && seats.all().stream().anyMatch(seat -> region.equals(seat.regionCode()));
        if (!known) {
            faults.accept("region", "must be the GSS code of a region that has seats");
        }
        if (codes == null
                || codes.isEmpty()
                || codes.size() > MOST_SEATS
                || codes.stream().anyMatch(Objects::isNull)) {
            faults.accept("seatCodes", "must be 1 to %d seat codes".formatted(MOST_SEATS));
        }
        Set<SeatCode> earlier = new HashSet<>();
        for (SeatCode seat : codes == null ? List.<SeatCode>of() : codes) {
            if (seat == null) {
                continue;
            }
            Optional<Standing> standing = seats.find(seat);
            if (standing.isEmpty()) {
                faults.accept("seatCodes", "no seat has the code " + seat);
            } else if (known && !region.equals(standing.get().regionCode())) {
                faults.accept(
                        "seatCodes",
                        "%s lies in the region %s"
                                .formatted(seat, standing.get().regionCode()));
            }
            if (!earlier.add(seat)) {
                faults.accept("seatCodes", "%s stands there twice".formatted(seat));
            }
        }
    }

    /** Whether nobody else has one of the seats. */
    void free(Directory directory, String id, List<SeatCode> codes) {
        for (SeatCode seat : codes == null ? List.<SeatCode>of() : codes) {
            Optional.ofNullable(seat)
                    .flatMap(directory::ofSeat)
                    .map(LocalParty::localParty)
                    .filter(owner -> !Objects.equals(owner, id))
                    .ifPresent(owner -> faults.accept("seatCodes", "%s belongs to %s".formatted(seat, owner)));
        }
    }

    private void text(String field, String text, int most) {
        if (Characters.isBlank(text) || Characters.count(text) > most) {
            faults.accept(field, "must have 1 to %d characters".formatted(most));
        } else if (!Characters.isPlain(text)) {
            faults.accept(field, Characters.PLAIN);
        }
    }
}
