package uk.hustings.campaign.localparty;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.intake.ImportReceipt;
import uk.hustings.api.intake.Sheet;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.campaign.rolesync.RoleSyncRequests;
import uk.hustings.campaign.seatref.Seats;

/** Takes a file of local parties, whole or not at all. */
@ApplicationScoped
class LocalPartyImport {

    private static final Set<String> COLUMNS = Set.of("localParty", "name", "region", "seatCodes");
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final LocalParties parties;
    private final RoleSyncRequests roleSync;
    private final Seats seats;
    private final KeptReplies replies;

    LocalPartyImport(LocalParties parties, RoleSyncRequests roleSync, Seats seats, KeptReplies replies) {
        this.parties = parties;
        this.roleSync = roleSync;
        this.seats = seats;
        this.replies = replies;
    }

    Uni<Reply> take(String csv) {
        List<LocalParty> sent = read(csv);
        List<LocalParty> added = sent.stream()
                .filter(party -> parties.find(party.localParty()).isEmpty())
                .toList();
        List<String> differing = sent.stream()
                .filter(party -> parties.find(party.localParty())
                        .filter(known -> !known.equals(party))
                        .isPresent())
                .map(LocalParty::localParty)
                .toList();
        if (!differing.isEmpty()) {
            throw ProblemType.ALREADY_RECORDED
                    .because(
                            "These local parties are recorded with another name, region or seats; nothing was written.")
                    .with("localParties", differing);
        }
        ImportReceipt receipt = new ImportReceipt(added.size(), sent.size() - added.size(), List.of());
        return replies.once(
                        201,
                        session -> parties.add(session, added)
                                .chain(() -> roleSync.request(
                                        session,
                                        added.stream()
                                                .map(LocalParty::localParty)
                                                .toList()))
                                .replaceWith(receipt),
                        done -> null)
                .call(parties::refresh);
    }

    private List<LocalParty> read(String csv) {
        Map<SeatCode, String> owners = new HashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        return Sheet.read(csv, COLUMNS, column -> false).rows(row -> {
            String id = row.parsed("localParty", "lower-case words joined by hyphens", LocalPartyImport::checkedId);
            List<SeatCode> codes = row.parsed(
                    "seatCodes", "seat codes with a space between them", cell -> Arrays.stream(cell.split(" +"))
                            .map(SeatCode::fromString)
                            .sorted()
                            .toList());
            if (id == null || codes == null) {
                if (row.text("localParty") == null || row.text("seatCodes") == null) {
                    row.fault("localParty", "localParty and seatCodes must not be empty");
                }
                return null;
            }
            Integer earlier = lines.putIfAbsent(id, row.line());
            if (earlier != null) {
                row.fault("localParty", "stands in line %d already".formatted(earlier));
            }
            for (SeatCode seat : codes) {
                checkSeat(row, seat, id, owners);
            }
            return new LocalParty(id, row.requiredText("name"), row.requiredText("region"), codes);
        });
    }

    private void checkSeat(Sheet.Row row, SeatCode seat, String id, Map<SeatCode, String> owners) {
        if (seats.find(seat).isEmpty()) {
            row.fault("seatCodes", "no seat has the code " + seat);
        }
        String other = owners.putIfAbsent(seat, id);
        String recorded = parties.ofSeat(seat).map(LocalParty::localParty).orElse(id);
        if (other != null || !recorded.equals(id)) {
            row.fault("seatCodes", "%s belongs to %s".formatted(seat, other != null ? other : recorded));
        }
    }

    private static String checkedId(String id) {
        if (!ID.matcher(id).matches() || id.length() > 80) {
            throw new IllegalArgumentException(id);
        }
        return id;
    }
}
