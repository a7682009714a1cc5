package uk.hustings.campaign.localparty;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.intake.ImportReceipt;
import uk.hustings.api.intake.JsonItems;
import uk.hustings.api.intake.Sheet;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.spool.SpooledBody;
import uk.hustings.campaign.seatref.Seats;

/** Takes a file of local parties, whole or not at all. */
@ApplicationScoped
class LocalPartyImport {

    /** Local parties that one import may bring. */
    static final int MOST = 1000;

    static final String LIST = "localParties";

    private static final Set<String> COLUMNS = Set.of("localParty", "name", "region", "seatCodes");

    /** How a body is read. */
    interface Form {
        List<LocalParty> read(InputStream body);
    }

    private final LocalParties parties;
    private final LocalPartyRecords records;
    private final LocalPartyFounding founding;
    private final Seats seats;
    private final KeptReplies replies;
    private final ObjectMapper json;

    LocalPartyImport(
            LocalParties parties,
            LocalPartyRecords records,
            LocalPartyFounding founding,
            Seats seats,
            KeptReplies replies,
            ObjectMapper json) {
        this.parties = parties;
        this.records = records;
        this.founding = founding;
        this.seats = seats;
        this.replies = replies;
        this.json = json;
    }

    /** @throws Problem BROKEN_BODY; BODY_TOO_LARGE; INVALID_INPUT; ALREADY_RECORDED */
    Uni<Reply> take(Caller caller, SpooledBody body, Form form) {
        return body.read(form::read)
                .chain(sent -> replies.once(
                        201,
                        session -> records.turn(session).chain(directory -> add(session, directory, sent, caller)),
                        done -> null))
                .call(parties::refresh);
    }

    private Uni<ImportReceipt> add(
            Mutiny.StatelessSession session, Directory directory, List<LocalParty> sent, Caller caller) {
        List<LocalParty> added = sent.stream()
                .filter(party -> directory.find(party.localParty()).isEmpty())
                .toList();
        refuseDiffering(directory, sent);
        refuseTaken(directory, added);
        return founding.found(session, caller, added, "Imported")
                .replaceWith(new ImportReceipt(added.size(), sent.size() - added.size(), List.of()));
    }

    private static void refuseDiffering(Directory directory, List<LocalParty> sent) {
        List<String> differing = sent.stream()
                .filter(party -> directory
                        .find(party.localParty())
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
    }

    /** Somebody may have been given a seat since the rows were read. */
    private void refuseTaken(Directory directory, List<LocalParty> added) {
        List<FieldError> taken = new ArrayList<>();
        LocalPartyScrutiny scrutiny =
                new LocalPartyScrutiny(seats, (field, detail) -> taken.add(FieldError.at("/" + field, detail)));
        added.forEach(party -> scrutiny.free(directory, party.localParty(), party.seatCodes()));
        Faults.refuseAny(taken);
    }

    List<LocalParty> fromSheet(InputStream csv) {
        Met met = new Met();
        return Sheet.read(csv, COLUMNS, column -> false, MOST).rows(row -> {
            List<SeatCode> codes = row.parsed(
                    "seatCodes", "seat codes with a space between them", cell -> Arrays.stream(cell.split(" +"))
                            .map(SeatCode::fromString)
                            .toList());
            StatedLocalParty stated =
                    new StatedLocalParty(row.text("localParty"), row.text("name"), row.text("region"), codes);
            return checked(stated, met, "line " + row.line(), row::fault);
        });
    }

    List<LocalParty> fromList(InputStream body) {
        Met met = new Met();
        List<LocalParty> read = JsonItems.of(json, body, LIST, StatedLocalParty.class, MOST)
                .all(item ->
                        checked(item.value(), met, item.place(), (field, detail) -> item.fault("/" + field, detail)));
        if (read.isEmpty()) {
            Faults.refuseAny(List.of(FieldError.at("/" + LIST, "must not be empty")));
        }
        return read;
    }

    /** What was met further up in the same file. */
    private record Met(Map<String, String> places, Map<SeatCode, String> owners) {
        Met() {
            this(new HashMap<>(), new HashMap<>());
        }
    }

    /** @return null if there is a fault that leaves nothing to be read */
    private LocalParty checked(StatedLocalParty stated, Met met, String place, BiConsumer<String, String> faults) {
        LocalPartyScrutiny scrutiny = new LocalPartyScrutiny(seats, faults);
        scrutiny.id(stated.localParty());
        scrutiny.name(stated.name());
        scrutiny.ground(stated.region(), stated.seatCodes());
        scrutiny.free(parties.directory(), stated.localParty(), stated.seatCodes());
        if (stated.localParty() == null || stated.name() == null || stated.seatCodes() == null) {
            return null;
        }
        String earlier = met.places().putIfAbsent(stated.localParty(), place);
        if (earlier != null) {
            faults.accept("localParty", "stands in %s already".formatted(earlier));
        }
        for (SeatCode seat :
                stated.seatCodes().stream().filter(code -> code != null).collect(Collectors.toSet())) {
            String other = met.owners().putIfAbsent(seat, stated.localParty());
            if (other != null && !other.equals(stated.localParty())) {
                faults.accept("seatCodes", "%s belongs to %s".formatted(seat, other));
            }
        }
        return stated.seatCodes().stream().anyMatch(code -> code == null)
                ? null
                : LocalParty.of(stated.localParty(), stated.name().strip(), stated.region(), stated.seatCodes());
    }
}
